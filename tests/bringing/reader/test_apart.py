"""What one process read arrives in the other as it was. Pure."""

import json
from dataclasses import fields
from datetime import date

import pytest

from firststep.bringing.reader.apart import as_it_was, as_lines, take_line
from firststep.facts.file_rows import (
    CompanyRow,
    Contact,
    Employer,
    Me,
    OwnPart,
    PersonRow,
    Reading,
    Remark,
)

DAY = date(2026, 2, 8)
SAM = PersonRow(
    4, "Sam", "Lee", "Sam Lee", "sam-lee", ("sam@lee.example",), ("+31 6 1234",), "Hooli", "Buyer",
    DAY, "Met at a fair.", "--02-14", True, (("Acme", "Planner"),),
)  # fmt: skip


def a_reading() -> Reading:
    """One with something in every field that is handed over."""
    return Reading(
        "list.csv",
        format="any",
        source="own",
        people=[SAM, PersonRow(5, "Ann", "Roe", "Ann Roe")],
        companies=[
            CompanyRow(6, "Acme", "acme.example", 3, "https://a.example", "+1 5", ("ACME",))
        ],
        employers=[Employer(7, "Globex", "You follow it.", DAY), Employer(8, "Initech")],
        contacts={Contact("mail", DAY, inbound=True, name="Sam", linkedin="sam", email="s@e.org")},
        own=[OwnPart(9, "post", "Hooli", "Buyer", DAY, None)],
        me=Me("Ada", ("ada@e.org",), "ada"),
        mapping={"Full name": "name"},
        columns=["Full name"],
        unread=["Birou"],
        encoding="windows-1252",
        sample="Zoë",
        dead={"gone@e.org": DAY},
        tally={"mails": 3},
        rows=5,
        hidden=1,
        skipped=2,
        notes=[Remark(1, "URL", "x", "No address.", "inside.csv")],
        complaints=[Remark(2, "", "y", "No row.")],
    )


def arrived(reading: Reading) -> Reading:
    into = Reading(reading.name)
    for line in as_lines(reading):
        take_line(json.loads(json.dumps(line, default=str)), into)
    return into


def test_a_reading_arrives_as_it_was() -> None:
    found, sent = arrived(a_reading()), a_reading()

    for one in fields(Reading):
        assert getattr(found, one.name) == getattr(sent, one.name), one.name
    assert type(found.people[0].connected_on) is date


def test_people_are_handed_over_in_pieces_and_not_kept_behind() -> None:
    sent = Reading("list.csv", people=[SAM] * 5_000)
    left = []

    for line in as_lines(sent):
        left.append(len(sent.people) - len(line.get("people", ())))

    assert left == [3_000, 1_000, 0, 0]


def test_words_that_many_rows_share_are_kept_once() -> None:
    found = arrived(Reading("list.csv", people=[SAM, SAM._replace(line=5)])).people

    assert all(getattr(found[0], name) is getattr(found[1], name)
               for name in ("given", "family", "company", "title", "connected_on"))  # fmt: skip


def test_a_record_with_a_field_too_many_is_not_taken_for_another() -> None:
    told = json.loads(json.dumps(SAM, default=str))

    with pytest.raises(ValueError, match="longer"):
        as_it_was(PersonRow)([*told, "one more"])
    assert as_it_was(PersonRow)(told) == SAM
