"""By which ways a message goes: a file each, of one anatomy."""

import re
from pathlib import Path
from typing import get_args

import pytest

import firststep
from firststep.facts import channels
from firststep.facts.channels import (
    CHANNELS,
    Channel,
    by_words,
    channel_named,
    usual_channel,
    written_channel,
)
from firststep.facts.channels.channel import Form, Way
from firststep.facts.snapshot import PersonFacts
from firststep.steps.outreach.models import Touch
from firststep.steps.outreach.wordings.wording import all_wordings

SOURCE = Path(firststep.__file__).parent
ROOM = SOURCE / "facts" / "channels"


def test_every_file_of_the_room_is_a_channel_of_its_name_in_the_tuple() -> None:
    files = {file.stem for file in ROOM.glob("*.py")} - {"__init__", "channel"}

    assert {one.name for one in CHANNELS} == files
    assert len({one.by for one in CHANNELS}) == len(CHANNELS)


@pytest.mark.parametrize("one", CHANNELS, ids=lambda one: one.name)
def test_every_channel_has_the_whole_anatomy(one: Channel) -> None:
    assert re.search(one.heard, f"wrote to Ann {one.by}", re.IGNORECASE)
    assert one.goes_by is None or one.goes_by in get_args(Way)
    assert len(one.name) <= (Touch._meta.get_field("channel").max_length or 0)
    assert one.is_spoken or one.length, "a review needs to know how long is long"
    if one.hand_over:
        assert re.findall(r"{(\w+)}", one.hand_over.link), "the link leads to nobody"
        assert {part for part, _name in one.hand_over.carries} <= {"subject", "body"}


def test_no_other_file_knows_a_channel_by_its_name() -> None:
    names = "|".join(one.name for one in CHANNELS)
    known = re.compile(rf"(?i)\bchannels?\b[^,;\n]{{0,20}}[\"'](?:{names})[\"']")
    files = [*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")]
    found = [file for file in files if ROOM not in file.parents and known.search(file.read_text())]

    assert known.search('if card.channel == "email":')
    assert [str(file) for file in found] == []


def test_every_form_has_wordings_and_no_wording_that_comes_along_names_a_channel() -> None:
    forms = set(get_args(Form))

    note = {"note"}  # with an invitation, where the channel has one
    assert set().union(*(one.fits["forms"] for one in all_wordings())) == forms | note
    assert {one.form for one in CHANNELS} == forms
    assert [one.name for one in all_wordings() if "channels" in one.fits] == []


def test_a_name_is_checked_and_said_in_words() -> None:
    assert channel_named("linkedin").called == "LinkedIn"
    assert by_words("linkedin") == "on LinkedIn"
    assert {by_words(name) for name in ("", None, "pigeon")} == {""}
    with pytest.raises(ValueError, match="no channel 'pigeon'"):
        channel_named("pigeon")


@pytest.mark.parametrize(
    ("ways", "usual", "written"),
    [
        ({"email", "linkedin", "phone"}, "email", "email"),
        ({"linkedin", "phone"}, "linkedin", "linkedin"),
        ({"phone"}, "phone", None),
        (set(), None, None),
    ],
)
def test_the_plan_writes_where_it_can_and_rings_where_it_cannot(
    ways: set[str], usual: str | None, written: str | None
) -> None:
    assert usual_channel(ways) == usual
    assert written_channel(ways) == written


def test_a_written_channel_that_is_not_proposed_changes_no_rhythm(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    by_number = channel_named("linkedin")._replace(name="sms", goes_by="phone", proposed=False)
    monkeypatch.setitem(channels._NAMED, "sms", by_number)
    only_a_number = PersonFacts(id=1, name="Ann Lee", phones=("+4930 1",))

    assert not only_a_number.has_written_way
    assert only_a_number.usual_channel == "phone"
    assert only_a_number.keeps_to(by_number), "where the seeker said so, it stays"
    assert only_a_number.first(by_number) == "+4930 1"


@pytest.mark.parametrize("begun", ["email", "phone", "in_person"])
@pytest.mark.parametrize("emails", [(), ("ann@acme.example",)])
def test_what_was_begun_by_phone_gives_way_to_writing(begun: str, emails: tuple[str, ...]) -> None:
    ann = PersonFacts(id=1, name="Ann Lee", emails=emails, phones=("+4930 1",))
    stays = {"email": bool(emails), "phone": not emails, "in_person": True}

    assert ann.keeps_to(channel_named(begun)) == stays[begun]
