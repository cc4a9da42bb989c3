"""Refusing to add by hand somebody who is there already."""

from firststep.errors import CannotDo
from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.steps.people.rows.making import the_same
from firststep.steps.people.rows.targets import company_named, same_employer

_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})


def refuse_doubled(
    campaign: Campaign, *, name: str, company: str, email: str, slug: str | None
) -> None:
    """Raises CannotDo where that person is there already."""
    refuse_profile(campaign, slug)
    house = company_named(campaign, company)
    if house is None and not email:
        return
    # Without a company known here only the address tells: a namesake elsewhere is somebody new.
    same = the_same(campaign, name=name if house else "", company=house, email=email)
    if same is not None and (house is not None or same.name_key == fold(name)):
        raise CannotDo(
            "{name} is there already (person {pk}). Correct what is there.",
            name=same.name,
            pk=same.pk,
            candidates=[{"id": same.pk, "name": same.name, "is": "person"}],
            typed=f"firststep person edit {same.pk}",
        )


def refuse_namesake(campaign: Campaign, name: str, company: str, *, own_way: bool) -> None:
    """The same name at the same company, or where nothing said tells the two apart."""
    found = [] if own_way and not company else namesakes(campaign, name)
    if company:
        house = company_named(campaign, company)
        houses = same_employer(campaign, house) if house else ()
        found = [one for one in found if one.positions.filter(company__in=houses).exists()]
    if found:
        raise CannotDo(
            "{name} is there already (person {pk}). If this is somebody else, say "
            "where they work, or an address of theirs, or that it is another.",
            name=found[0].name,
            pk=found[0].pk,
            candidates=[{"id": one.pk, "name": one.name, "is": "person"} for one in found],
            typed="--another",
        )


def refuse_profile(campaign: Campaign, slug: str | None, *, but: int | None = None) -> None:
    if slug is None:
        return
    taken = Person.objects.filter(campaign=campaign, linkedin=slug).first()
    if taken is not None and taken.pk != but:
        raise CannotDo(
            "That profile is {name}'s already (person {pk}).", name=taken.name, pk=taken.pk
        )


def namesakes(campaign: Campaign, name: str) -> list[Person]:
    """The people of that name, the oldest first: "anna mueller" is Anna Müller's name too."""
    spelled = _spelled(name)
    short = spelled
    for two, one in (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a")):
        short = short.replace(two, one)
    rows = Person.objects.filter(campaign=campaign, name_key__in={fold(name), spelled, short})
    return [
        row for row in rows.order_by("id")
        if row.name_key == fold(name) or _spelled(row.name) == spelled
    ]  # fmt: skip


def _spelled(name: str) -> str:
    return fold(name.casefold().translate(_SPELLED))
