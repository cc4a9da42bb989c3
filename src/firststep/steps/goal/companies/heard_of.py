"""Companies heard of in conversations: what exploring turns into a list of targets (M1.3, M6.3)."""

from collections import defaultdict

from firststep.facts.kinds import BROUGHT
from firststep.facts.snapshot import BY_ID, ApproachFacts, Snapshot


def heard_of(snapshot: Snapshot) -> dict[int, tuple[str, ...]]:
    """Per company that is no target why it was heard of in this round: somebody talked with works
    there, or somebody who was named. Pure."""
    found: dict[int, list[str]] = defaultdict(list)
    for approach in sorted(snapshot.approaches.values(), key=BY_ID):
        person = snapshot.people.get(approach.person_id or 0)
        if person is None or person.do_not_contact or not _is_heard(approach):
            continue
        for post in person.current:
            if not snapshot.companies[post.company_id].is_target:
                found[post.company_id].append(f"{person.name}{_whom(snapshot, approach)}.")
    return {company: tuple(dict.fromkeys(told)) for company, told in found.items()}


def _is_heard(approach: ApproachFacts) -> bool:
    return approach.origin in BROUGHT or any(line.kind == "held" for line in approach.log)


def _whom(snapshot: Snapshot, approach: ApproachFacts) -> str:
    via = snapshot.people.get(approach.via_id or 0)
    if approach.origin not in BROUGHT or via is None:
        return ", whom you talked with, works there"
    return f", whom {via.name} named to you, works there"
