"""Du or Sie, where a letter is German. Pure.

The seeker's own choice decides. Else it goes by what the two are to each other: du to who is close
or known, to who signed with the given name alone, to who was met among friends, and to somebody of
long ago with whom one stood on one footing (a class, a team). Everybody else is called Sie: a Sie
too many is forgiven, a du too many is not.
"""

import re

from firststep.facts.draft import DraftFacts
from firststep.facts.kinds import HowCalled

_DU = frozenset({"close", "known"})
# Among whom one says du from the first day.
_AMONG_FRIENDS = re.compile(
    r"(?i)\b(?:friend|freund|party|geburtstag|birthday|hochzeit|wedding|chor\b|choir|verein|wg\b"
    r"|flat ?mate|neighbou?r|nachbar|stammtisch|sport|fu(?:ß|ss)ball|football|soccer|yoga|climbing"
    r"|kletter|band\b|meet-?up)"
)
# With whom one stood on one footing, long ago.
_ON_ONE_FOOTING = re.compile(
    r"(?i)(?:stud(?:y|ied|ium|iert|ent)|schul|school|universit|\buni\b|class ?mate|kommiliton"
    r"|\bclass\b|\bkurs|course|desk\b|schreibtisch|kolleg|colleague|co-?worker|team|ausbildung|lehre\b"
    r"|trainee|intern(?:s|ship)?\b|praktik)"
)


def address_of(facts: DraftFacts) -> HowCalled:
    """What this person is called in a letter: "du" or "sie"."""
    if facts.address:
        return facts.address
    return "du" if _is_du(facts) else "sie"


def _is_du(facts: DraftFacts) -> bool:
    if facts.tie in _DU or facts.signed_given:
        return True
    where = f"{facts.how} {facts.between.event}"
    return bool(
        (facts.tie and _AMONG_FRIENDS.search(where))
        or (facts.tie == "dormant" and _ON_ONE_FOOTING.search(facts.how))
    )
