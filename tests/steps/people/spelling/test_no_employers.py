"""What stands where an employer should and is none is nobody's employer, in many languages."""

import pytest

from firststep.facts.text import table_beside
from firststep.journal.actions import Stamp
from firststep.steps.goal.companies.matching import key_of
from firststep.steps.goal.models import Campaign
from firststep.steps.people.employers.employers import employers_in
from firststep.steps.people.models import OwnPart
from firststep.steps.people.same_person.suggesting import likely_pairs
from firststep.steps.people.spelling import no_employers
from firststep.steps.people.spelling.no_employers import is_no_employer
from firststep.steps.people.ties.own_life import own_facts
from tests.bringing.importing import LIST, bring, cards

LINES = [line.partition("\t")[0] for line in table_beside(no_employers.__file__, "no_employers")]
NONE = (
    "-", "…", "?", "N/A", "BETWEEN JOBS", "Self-Employed / Freelance", "Freelance (Open to Work)",
    "Student & Volunteer", "Selbstständig, freiberuflich", "#OpenToWork", "Zelfstandig.",
    "En recherche d’emploi", "待業中",
)  # fmt: skip
HOUSES = (
    "Halden Turbines", "Freelance Press", "Private Equity Partners", "Retired Racehorses",
    "Student Loans Company", "Independent News", "Between Us Design", "Open Work Solutions",
    "Pensionskasse Halden", "ИП Иванов", "個人銀行",
)  # fmt: skip


def test_every_line_of_the_table_is_known_by_the_key_a_company_gets() -> None:
    assert len(LINES) > 700
    assert [line for line in LINES if not is_no_employer(key_of(line))] == []


@pytest.mark.parametrize("written", NONE)
def test_signs_and_several_such_words_are_no_employer_either(written: str) -> None:
    assert is_no_employer(key_of(written))


@pytest.mark.parametrize("written", HOUSES)
def test_a_house_that_begins_like_one_is_an_employer(written: str) -> None:
    assert not is_no_employer(key_of(written))


@pytest.mark.parametrize("written", ["-", "Between jobs", "Pensioen", "SZČO"])
def test_it_is_never_suggested(written: str, ada: Campaign, stamp: Stamp) -> None:
    rows = "".join(
        f"{name},{house},Head of Purchasing,,\n"
        for name, house in (("Pat Lin", written), ("Kim Oz", "Halden Turbines"))
    )

    bring(ada, stamp, LIST + rows)

    found = employers_in(ada, "Purchasing", heard={})
    assert [one.name for one in found] == ["Halden Turbines"]


def test_to_have_been_none_there_makes_nobody_a_colleague(ada: Campaign) -> None:
    for name in ("Freelance", "Halden Turbines"):
        OwnPart.objects.create(campaign=ada, kind="post", key=key_of(name), name=name)

    assert [own.name for own in own_facts(ada)] == ["Halden Turbines"]


def test_two_of_one_name_without_an_employer_have_none_in_common(
    ada: Campaign, stamp: Stamp
) -> None:
    bring(ada, stamp, f"{LIST}Ann Lee,Freelance,Buyer,,\n")
    bring(ada, stamp, cards("FN:Ann Lee", "N:Lee;Ann;;;", "ORG:Freelance"), "cards.vcf")

    (pair,) = likely_pairs(ada).pairs
    assert "employer" not in pair.why
