"""The pairs of an address book worth asking about: read once, remembered under the revision."""

from collections import OrderedDict, defaultdict
from typing import NamedTuple

from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign
from firststep.steps.people.duplicates import Known, Pair, duplicates
from firststep.steps.people.models import Address, NotSame, Person, Position

REMEMBERED = 4


class Likely(NamedTuple):
    """The pairs, the surest first, and what is known of the people in them, by id."""

    pairs: list[Pair]
    known: dict[int, Known]


_remembered: OrderedDict[tuple[str, int, int], Likely] = OrderedDict()


def likely_pairs(campaign: Campaign) -> Likely:
    """Who may be the same person, without those said to be two. Four queries; seconds for 100,000.

    The campaign's revision must be fresh.
    """
    key = (str(campaign._state.db), campaign.pk, campaign.revision)
    if (found := _remembered.get(key)) is not None:
        _remembered.move_to_end(key)
        return found
    people = known_people(campaign)
    rows = NotSame.objects.filter(campaign=campaign)
    pairs = duplicates(people, apart=set(rows.values_list("one_id", "other_id")))
    paired = {pk for pair in pairs for pk in (pair.a, pair.b)}
    found = Likely(pairs, {one.id: one for one in people if one.id in paired})
    _remembered[key] = found
    while len(_remembered) > REMEMBERED:
        _remembered.popitem(last=False)
    return found


def forget_pairs() -> None:
    """Drops all that is remembered: the data under it was replaced as a whole."""
    _remembered.clear()


def known_people(campaign: Campaign) -> list[Known]:
    """Everybody of a campaign, as far as telling doubles apart goes."""
    ways: dict[tuple[int, str], list[str]] = defaultdict(list)
    addresses = Address.objects.filter(campaign=campaign)
    for pk, kind, key in addresses.values_list("person_id", "kind", "key"):
        ways[pk, kind].append(key)
    houses: dict[int, list[str]] = defaultdict(list)
    titles: dict[int, list[str]] = defaultdict(list)
    posts = Position.objects.filter(campaign=campaign).order_by()
    for pk, house, title in posts.values_list("person_id", "company__key", "title"):
        houses[pk].append(house)
        if title:
            titles[pk].append(fold(title))
    people = Person.objects.filter(campaign=campaign).order_by("id")
    return [
        Known(
            pk,
            name,
            linkedin or "",
            tuple(ways.get((pk, "email"), ())),
            tuple(ways.get((pk, "phone"), ())),
            tuple(dict.fromkeys(houses.get(pk, ()))),
            tuple(titles.get(pk, ())),
            birthday,
        )
        for pk, name, linkedin, birthday in people.values_list(
            "id", "name", "linkedin", "birthday"
        ).iterator(chunk_size=5_000)
    ]
