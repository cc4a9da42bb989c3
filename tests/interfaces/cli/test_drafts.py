"""What `draft` writes of a step that the plan does not show that day, and what it refuses."""

import pytest

from firststep.steps.people.models import Seat
from tests.interfaces.cli.conftest import Program

TUESDAY = "2026-11-24"
SAM = ("--to", "Sam Reich, Head of Purchasing, Acme")


@pytest.mark.parametrize(
    "way",
    [("--phone", "+4940123"), ("--email", "sam@acme.example")],
    ids=["called", "written to"],
)
@pytest.mark.parametrize("by", ["name", "number"])
def test_who_was_named_is_told_by_whom_also_while_others_there_come_first(
    begun: Program, way: tuple[str, str], by: str
) -> None:
    begun.on_day("person", "add", "Bob Roe", "--company", "Acme", "--tie", "known",
                 "--email", "bob@acme.example")  # fmt: skip
    begun.on_day("sent", "Ann Lee")
    begun.on_day("sent", "Bob Roe")
    begun.on = TUESDAY
    sam = begun.on_day("reply", "Ann Lee", "refers", *SAM, *way)["created"]["approach_id"]
    begun.on_day("thank", "Ann Lee")
    begun.on_day("reply", "Bob Roe", "question")

    today = begun.on_day("today")
    draft = begun.on_day("draft", "Sam Reich" if by == "name" else str(sam))

    assert "Sam Reich" in [one["name"] for one in today["waiting"]]
    assert "Ann Lee" in draft["body"].split("[")[0]
    assert "Ann Lee" in draft["voicemail"] or not draft["voicemail"]


def test_who_cannot_be_reached_yet_is_not_called_nobody(begun: Program) -> None:
    name = "Karlheinz Wolkenstein-Obermayer"
    added = begun.on_day("person", "add", name, "--company", "Acme", "--tie", "known")
    ref = f"p{added['person_id']}"

    ended = begun("draft", ref, "--on", begun.on)
    seat = Seat.objects.get(company__name="Acme")
    nobody = begun("draft", f"s{seat.pk}", "--on", begun.on)

    assert ended.code == 1
    assert ended.err.splitlines()[:2] == [
        f"There is no way to reach {name} yet. Write an address",
        "down, or a number or profile:",
    ]
    assert ended.err.splitlines()[2:] == [f'  firststep person edit "{name}" --email ADDRESS']
    assert nobody.refused.startswith("There is nobody to write to yet. Find the Head of Purchasing")
    begun.json("person", "edit", name, "--email", "k@acme.example", "--on", begun.on)
    assert begun.on_day("draft", ref)["body"]


def test_thanks_for_a_later_without_a_day_name_none(begun: Program) -> None:
    begun.on_day("playbook", "set", "later_calendar_days", "14")
    begun.on_day("sent", "Ann Lee")
    begun.on_day("reply", "Ann Lee", "later")

    draft = begun.on_day("draft", "Ann Lee")
    begun.on_day("thank", "Ann Lee")
    begun.on = "2026-12-07"

    assert "7 December" not in draft["body"] and "in a few weeks" in draft["body"]
    thanked = draft["body"].replace("can ever help", "").replace("can help", "")  # what I offer
    assert "help" not in draft["subject"] + thanked
    assert begun.on_day("today")["cards"][0]["name"] == "Ann Lee"
    assert "n 23 November" in (begun.on_day("draft", "Ann Lee")["body"])
