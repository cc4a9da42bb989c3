"""Names in doubt are answered on one screen; whom one knows at every target stands in one table."""

from typing import TYPE_CHECKING

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.people.models import CompanyMatch
from firststep.verbs.safety.undo import undo
from firststep.verbs.targets.target import confirm_matches
from tests.cast import a_company, a_row_person, a_target
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person


def doubt(company: "Company", name: str) -> CompanyMatch:
    written = a_company(company.campaign, name)
    return CompanyMatch.objects.create(
        campaign=company.campaign, written=written, company=company, tier="weak",
        why=f"{name} is almost alike",
    )  # fmt: skip


def test_every_name_in_doubt_is_answered_on_one_screen_in_one_entry(
    reader: Reader, ada: "Campaign", acme: "Company", globex: "Company"
) -> None:
    same, other, open_ = doubt(acme, "Acme AG"), doubt(globex, "Globex Bank"), doubt(acme, "Acm")
    a_row_person(ada, "Rosa Park", company=same.written)
    assert "Three names may be one of these" in reader.open("/companies/").text
    page = reader.open("/companies/check")
    assert "Acme AG is almost alike" in page.text
    assert "There: Rosa Park" in page.text
    page = reader.send(page, "/companies/check/answer",
                       **{f"match-{same.pk}": "yes", f"match-{other.pk}": "no"})  # fmt: skip
    for match in (same, other, open_):
        match.refresh_from_db()
    assert same.confirmed_on
    assert other.refused_on
    assert not (open_.confirmed_on or open_.refused_on)
    assert Entry.objects.filter(campaign=ada).count() == 1
    assert "Acm" in page.text
    assert "Globex Bank" not in page.text
    reader.send(page, "/undo")
    assert CompanyMatch.objects.filter(confirmed_on=None, refused_on=None).count() == 3


def test_no_answer_at_all_is_refused_and_nothing_of_bens_is_answered(
    ada: "Campaign", ben: "Campaign", acme: "Company", stamp: Stamp
) -> None:
    initech = ben.companies.get()
    his = doubt(initech, "Initech GmbH")
    with pytest.raises(CannotDo, match="at least one"):
        confirm_matches(ada, stamp=stamp, answers={})
    with pytest.raises(CannotDo, match="not here any more"):
        confirm_matches(ada, stamp=stamp, answers={doubt(acme, "Acm").pk: True, his.pk: True})
    his.refresh_from_db()
    assert his.confirmed_on is None
    assert not Entry.objects.exists()


def test_an_answer_can_be_undone(ada: "Campaign", acme: "Company", stamp: Stamp) -> None:
    match = doubt(acme, "Acm")
    assert confirm_matches(ada, stamp=stamp, answers={match.pk: False}) == 1
    undo(ada, stamp=stamp)
    match.refresh_from_db()
    assert match.refused_on is None


def test_the_screen_is_calm_when_nothing_is_in_doubt(
    reader: Reader, ada: "Campaign", ben: "Campaign"
) -> None:
    doubt(ben.companies.get(), "Initech GmbH")
    page = reader.open("/companies/check")
    assert "Nothing is in doubt" in page.text
    assert "Initech" not in page.text


def test_one_table_tells_whom_one_knows_at_every_target_and_what_comes_first(
    reader: Reader, ada: "Campaign", acme: "Company", globex: "Company", ann: "Person"
) -> None:
    empty = a_target(ada, "Hooli")
    a_row_person(ada, "Rosa Park", company=globex, current=False)
    page = reader.open("/companies/")
    assert "formerly Rosa Park" in page.text
    assert "Ask Ann Lee who it is" in page.text
    assert f'href="/touch/s{empty.seats.get().pk}">Find the name' in page.text
    assert page.text.count('<th scope="row">') == 3
