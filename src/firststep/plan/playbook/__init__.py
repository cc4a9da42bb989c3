"""The rules a step is shown by, one small function each, in the order they are tried.

A rule answers with the reason in plain words, or with nothing where it does not apply; the first
that answers is the one told. docs/method.md lists them from here.
"""

from firststep.facts.step_kinds import CardKind
from firststep.plan.playbook import followup, offer, outreach, people
from firststep.plan.playbook.situation import Rule, Situation

RULES: dict[CardKind, tuple[Rule, ...]] = {
    **people.RULES,
    **outreach.RULES,
    **offer.RULES,
    **followup.RULES,
}


def why(kind: CardKind, situation: Situation) -> str:
    """The reason for a step, told to the seeker."""
    for rule in RULES[kind]:
        if told := rule(situation):
            return told
    raise AssertionError(f"no rule tells why {kind} is shown")
