"""What has happened is told in the same words on a person's page and on a step's."""

from datetime import date

import pytest

from firststep.facts.channels import ChannelName
from firststep.facts.line_kinds import LogKind
from firststep.interfaces.answers.between import TouchShown
from firststep.interfaces.web.happenings import in_a_thread, with_somebody
from tests.builders import a_line, an_approach

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)


def a_touch(kind: LogKind, channel: ChannelName | None, *, on: date = MONDAY) -> TouchShown:
    return TouchShown(
        touch_id=1, person_id=1, approach_id=1, on=on, kind=kind, direction="out",
        channel=channel, subject="", text="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "channel", "words"),
    [
        ("write", "email", "You wrote by email"),
        ("nudge", "linkedin", "You wrote once more on LinkedIn"),
        ("talked", "phone", "You talked on the phone"),
        ("voicemail", "phone", "You left a message"),
        ("met", "in_person", "You met"),
        ("held", "in_person", "You talked in person"),
        ("held", None, "You talked"),
        ("yes", "email", "They said yes"),
    ],
)
def test_a_line_names_the_way_where_its_words_do_not(
    kind: LogKind, channel: ChannelName | None, words: str
) -> None:
    thread = an_approach(1, None, a_line(kind, MONDAY, channel=channel))

    assert [one.words for one in in_a_thread(thread)] == [words]
    assert [one.words for one in with_somebody([a_touch(kind, channel)])] == [words]


def test_the_newest_stands_first() -> None:
    touches = [a_touch("write", "email"), a_touch("nudge", "email", on=TUESDAY)]

    assert [one.on for one in with_somebody(touches)] == [TUESDAY, MONDAY]


def test_before_a_thread_is_begun_nothing_has_happened() -> None:
    assert in_a_thread(None) == ()
