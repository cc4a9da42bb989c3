"""The pairs of an address book worth asking about: read once, remembered under the revision."""

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from firststep.facts.kinds import SURENESS_ORDER
from firststep.facts.said import language_now
from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign
from firststep.steps.people.finding.many_ids import among, narrowly
from firststep.steps.people.finding.search_index import people_page
from firststep.steps.people.models import Address, NotSame, Person, Position, Tie
from firststep.steps.people.same_person.duplicates import Pair, duplicates, judged, weighed
from firststep.steps.people.same_person.gathering import Gathered
from firststep.steps.people.same_person.known import Known
from firststep.steps.people.spelling.no_employers import is_no_employer

_REMEMBERED = 4
_AT_A_TIME = 20_000  # people in memory
_PERSON = ("id", "name", "linkedin", "birthday")
_NEAR = 50  # people on one address; beyond, it is a crowd's


class Likely(NamedTuple):
    """The pairs, the surest first, and what is known of the people in them, by id."""

    pairs: list[Pair]
    known: dict[int, Known]


_remembered: OrderedDict[tuple[str, int, str, int, str], Likely] = OrderedDict()


def likely_pairs(campaign: Campaign) -> Likely:
    """Who may be the same person, without those said to be two. Five queries, four
    more for every 20,000 people.

    The campaign's mark and revision must be fresh.
    """
    key = _key(campaign)
    if (found := _remembered.get(key)) is not None:
        _remembered.move_to_end(key)
        return found
    found = _remembered[key] = _look_through(campaign)
    while len(_remembered) > _REMEMBERED:
        _remembered.popitem(last=False)
    return found


def _key(campaign: Campaign) -> tuple[str, int, str, int, str]:
    """Its reasons are in words."""
    database = str(campaign._state.db)
    return database, campaign.pk, campaign.mark, campaign.revision, language_now()


def _look_through(campaign: Campaign) -> Likely:
    """Everybody once, some at a time; who shares something with somebody again, to weigh it."""
    gathered, some, times = Gathered(), list[Known](), 0
    for some in _everybody(campaign):  # the last ones are used again
        gathered.take_in(some)
        times += 1
    candidates = gathered.candidates()
    wanted = {pk for pair in candidates for pk in pair}
    again = known_people(campaign, only=wanted) if times > 1 else some
    people = {one.id: one for one in again if one.id in wanted}
    rows = NotSame.objects.filter(campaign=campaign)
    apart = set(rows.values_list("one_id", "other_id"))
    pairs = judged(gathered, candidates, people, apart=apart)
    return Likely(pairs, {pk: people[pk] for pair in pairs for pk in (pair.a, pair.b)})


def forget_pairs() -> None:
    """Drops all that is remembered: the data under it was replaced as a whole."""
    _remembered.clear()


def doubles_of(campaign: Campaign, person: Person) -> list[tuple[Known, str]]:
    """Who may be this person too, the likeliest first, each with why; "" for a mere namesake.

    Looked for among those who share an address or a number, the words of the name, or its last.
    """
    known = known_people(campaign, only=_near(campaign, person) | {person.pk})
    own = next(one for one in known if one.id == person.pk)
    listed = {pair[:2]: pair for pair in duplicates(known)}
    found = []
    for one in known:
        if one is not own:
            ids = (min(one.id, own.id), max(one.id, own.id))
            found.append((one, listed.get(ids) or weighed(own, one)))
    found.sort(key=_likeliest)
    return [(one, pair.why if pair else "") for one, pair in found]


def _likeliest(found: tuple[Known, Pair | None]) -> tuple[int, str, int]:
    one, pair = found
    return SURENESS_ORDER[pair.sureness if pair else None], one.name.casefold(), one.id


def _near(campaign: Campaign, person: Person) -> set[int]:
    keys = Address.objects.filter(person=person).values("key")
    shared = Address.objects.filter(campaign=campaign, key__in=keys).values_list("person_id")
    names = {person.name_key, person.name_key.rpartition(" ")[2]} - {""}
    alike = (row.pk for words in names for row in people_page(campaign, words).people)
    return {*alike, *(pk for (pk,) in shared[:_NEAR])}


def pair_of(campaign: Campaign, one: int, other: int) -> Pair | None:
    """Why two people may be one, as the list of all pairs says it; None where it does not."""
    ids = tuple(sorted((one, other)))
    if (found := _remembered.get(_key(campaign))) is not None:
        listed = next((pair for pair in found.pairs if pair[:2] == ids), None)
    else:
        listed = next((pair for pair in _pairs_near(campaign, ids) if pair[:2] == ids), None)
    if listed is not None:
        return listed
    return weighed(*known_people(campaign, only=ids))


def _pairs_near(campaign: Campaign, ids: Collection[int]) -> list[Pair]:
    """The pairs among those who share a way or a name with somebody."""
    people = Person.objects.filter(campaign=campaign, pk__in=ids)
    near = {pk for person in people for pk in _near(campaign, person)}
    return duplicates(known_people(campaign, only=near.union(ids)))


def known_people(campaign: Campaign, *, only: Collection[int]) -> list[Known]:
    """Some people of a campaign, as far as telling doubles apart goes."""
    people = Person.objects.filter(campaign=campaign, pk__in=among(only)).order_by("id")
    return _known(campaign, list(people.values_list(*_PERSON)), {"person__in": among(only)})


def _everybody(campaign: Campaign) -> Iterator[list[Known]]:
    """All people by id, some at a time: four queries each."""
    people = Person.objects.filter(campaign=campaign).order_by("id").values_list(*_PERSON)
    last = 0
    while some := list(people.filter(pk__gt=last)[:_AT_A_TIME]):
        first, last = some[0][0], some[-1][0]
        yield _known(campaign, some, {"person__gte": first, "person__lte": last})
        if len(some) < _AT_A_TIME:
            return


def _known(campaign: Campaign, people: list[tuple[Any, ...]], whose: dict[str, Any]) -> list[Known]:
    ways: dict[tuple[int, str], list[str]] = defaultdict(list)
    addresses = narrowly(Address.objects.filter(**whose), campaign)
    for pk, kind, key in addresses.values_list("person_id", "kind", "key"):
        ways[pk, kind].append(key)
    houses: dict[int, list[str]] = defaultdict(list)
    titles: dict[int, list[str]] = defaultdict(list)
    posts = narrowly(Position.objects.filter(**whose), campaign).order_by()
    for pk, house, title in posts.values_list("person_id", "company__key", "title"):
        if not is_no_employer(house):
            houses[pk].append(house)
        if title:
            titles[pk].append(fold(title))
    ties = narrowly(Tie.objects.filter(other=None, since__isnull=False, **whose), campaign)
    days = dict(ties.values_list("person_id", "since"))
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
            days.get(pk),
        )
        for pk, name, linkedin, birthday in people
    ]
