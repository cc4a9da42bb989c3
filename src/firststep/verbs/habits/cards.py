"""People met, as they were pasted or dropped, and who of those known they are: nothing is written.

`event.met_all` writes them.
"""

import re
from dataclasses import asdict, dataclass, replace

from firststep.bringing.formats.people_met import people_met
from firststep.errors import CannotDo
from firststep.facts.text import fold
from firststep.habits.events.card_reading import NO_NAME, CardRead
from firststep.steps.goal.companies.matching import key_of
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person, Position
from firststep.steps.people.rows.ways import KEYS, slug_of
from firststep.verbs.habits.by_surname import by_surname
from firststep.verbs.habits.event import MetOne, who_is

_PIECES = re.compile(r"[\n,;|\t()•·:]|\s[–—-]\s|\s(?:at|bei|@)\s")
_MOST_PIECES = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class MetRead:
    """Somebody who was read. `one.person_id` and `known_as` tell who of those known they are;
    `maybe` are others of that name, each with where they work. `question` is what has to be asked
    first, "" where it is sure."""

    one: MetOne
    known_as: str = ""
    maybe: tuple[tuple[int, str], ...] = ()
    question: str = ""


def read_met(campaign: Campaign, data: bytes) -> tuple[MetRead, ...]:
    """Everybody in a text or in address cards, each once. Raises CannotDo as `people_met` does."""
    found = people_met(data, houses=_houses(campaign, data.decode("utf-8", "replace")))
    return tuple(_read(campaign, card) for card in _once(found))


def _houses(campaign: Campaign, text: str) -> frozenset[str]:
    """The keys of companies that are known and named in it."""
    pieces = {key_of(piece) for piece in _PIECES.split(text)[:_MOST_PIECES] if piece.strip()}
    rows = campaign.companies.filter(key__in=[key for key in pieces if key])
    return frozenset(rows.values_list("key", flat=True))


def _once(cards: tuple[CardRead, ...]) -> list[CardRead]:
    """Each person once: of two entries of one name and company, what either says."""
    found: dict[tuple[str, str], CardRead] = {}
    for card in cards:
        key = (fold(card.name), key_of(card.company)) if card.name else (card.email, "")
        before = found.get(key, card)
        found[key] = replace(
            before,
            **{name: said for name, said in asdict(card).items() if not getattr(before, name)},
        )
    return list(found.values())


def _read(campaign: Campaign, card: CardRead) -> MetRead:
    said = {name: text for name, text in asdict(card).items() if name != "question"}
    one = MetOne(**said)
    try:
        _refuse_no_ways(campaign, one)
        person = who_is(campaign, one) if one.name else None
    except CannotDo as refused:
        return MetRead(one=one, question=refused.words)
    if person is not None:
        one = MetOne(**said, person_id=person.pk)
        question = "" if card.question == NO_NAME else card.question
        return MetRead(one=one, known_as=_told(person), question=question)
    maybe = tuple((row.pk, _told(row)) for row in _namesakes(campaign, one))
    return MetRead(one=one, maybe=maybe, question=_question(card, [told for _, told in maybe]))


def _question(card: CardRead, maybe: list[str]) -> str:
    """Which of those of that name it is, unless something else has to be asked first."""
    if not maybe or card.question not in ("", NO_NAME):
        return card.question
    return f"You know {' or '.join(maybe)}. Is it the same person, or somebody new?"


def _refuse_no_ways(campaign: Campaign, one: MetOne) -> None:
    """Raises CannotDo for an address, a number or a profile that is none."""
    for kind, text in (("email", one.email), ("phone", one.phone)):
        if text:
            KEYS[kind](text, campaign)
    slug_of(one.linkedin)


def _namesakes(campaign: Campaign, one: MetOne) -> list[Person]:
    """Others of that very name, or of the surname behind a title, three at most."""
    if not one.name:
        return []
    alike = Person.objects.filter(campaign=campaign, name_key=fold(one.name)).order_by("id")
    return list(alike[:3]) or by_surname(campaign, one.name)[:3]


def _told(person: Person) -> str:
    """`Ann Lee (Acme)`."""
    posts = Position.objects.filter(person=person, current=True).order_by("id")
    house = posts.values_list("written", flat=True).first()
    return f"{person.name} ({house})" if house else person.name
