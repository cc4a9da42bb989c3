"""What the seeker took out or corrected stays so: no import brings it back or doubles anybody."""

from collections.abc import Iterable

from firststep.journal.actions import Recording
from firststep.steps.people.models import Address, KnownAs, LetGo, Person, Position
from firststep.steps.people.same_person.telling_apart import post_key


def let_facts_go(change: Recording, person: Person, kind: str, keys: Iterable[str]) -> None:
    """Remembers what is no longer to be said of a person."""
    known = set(LetGo.objects.filter(person=person, kind=kind).values_list("key", flat=True))
    change.make_many(
        LetGo,
        [
            LetGo(campaign=change.campaign, person=person, kind=kind, key=key)
            for key in dict.fromkeys(keys)
            if key not in known
        ],
    )


def let_ways_go(change: Recording, person: Person, ways: Iterable[Address]) -> None:
    """Addresses and numbers that were taken out or replaced."""
    for way in ways:
        let_facts_go(change, person, way.kind, [way.key])


def let_post_go(change: Recording, person: Person, post: Position) -> None:
    """A post that was taken out, or is called otherwise now."""
    let_facts_go(change, person, "post", [post_key(post.company.key, post.title)])


def known_before(
    change: Recording, person: Person, *, name_key: str = "", linkedin: str | None = None
) -> None:
    """A name or a profile that somebody came with and the seeker corrected."""
    for name, slug in ((name_key, None), ("", linkedin)):
        if name or slug:
            change.make(
                KnownAs(
                    person=person,
                    linkedin=slug,
                    name_key=name,
                    source=person.source if name else "",
                )
            )
