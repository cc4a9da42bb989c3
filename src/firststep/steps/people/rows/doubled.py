"""Refusing to add by hand somebody who is there already."""

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.facts.text import fold
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.steps.people.rows.making import the_same
from firststep.steps.people.rows.targets import company_named, same_employer
from firststep.steps.people.same_person.namesakes import namesakes


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
            say(
                "{name} is there already (person {pk}). Correct what is there.",
                name=same.name,
                pk=same.pk,
            ),
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
            say(
                "{name} is there already (person {pk}). If this is somebody else, say "
                "where they work, or an address of theirs, or that it is another.",
                name=found[0].name,
                pk=found[0].pk,
            ),
            candidates=[{"id": one.pk, "name": one.name, "is": "person"} for one in found],
            typed="--another",
        )


def refuse_profile(campaign: Campaign, slug: str | None, *, but: int | None = None) -> None:
    if slug is None:
        return
    taken = Person.objects.filter(campaign=campaign, linkedin=slug).first()
    if taken is not None and taken.pk != but:
        raise CannotDo(
            say("That profile is {name}'s already (person {pk}).", name=taken.name, pk=taken.pk)
        )
