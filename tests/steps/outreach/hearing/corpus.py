"""Invented answers with what they mean: 719 messages in the shapes programs give them. Of the 60 of
`answers_fresh`, 57 were read right at first sight; of the 80 of `answers_varied`, written later and
in many tempers, 66: one automatic message was taken for an answer, and two wishes to be left alone
were not heard. What that showed was mended; of the 60 of `answers_plain`, written after
that, 56, and one wish to be left alone was taken for a no; of the 60 of `answers_mixed` 58, and of
its last 40, once those were mended, 37: another such wish was taken for a no; of the 59 of
`answers_german`, all of them German, 47: a “gladly, but only by phone” was taken for a no. Of
the 60 of `answers_rare`, which an assistant, a calendar, a transcript or a translation wrote, 47:
three wishes to be left alone said politely were not heard, a calendar's no was taken for a yes."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from firststep.bringing.formats.came_in import came_in
from firststep.steps.outreach.hearing.incoming import Hearing
from firststep.steps.outreach.hearing.reading import heard_in
from firststep.steps.outreach.hearing.told import Circumstances

ROOMS = [
    Path(__file__).with_name(name)
    for name in (
        "answers",
        "answers_more",
        "answers_fresh",
        "answers_varied",
        "answers_plain",
        "answers_mixed",
        "answers_german",
        "answers_rare",
    )
]


@dataclass(frozen=True)
class Labelled:
    """A message, what it says, and what was read."""

    file: str
    label: dict[str, Any]
    found: Hearing

    @property
    def kinds(self) -> set[str]:
        """What it may be called first."""
        return {self.label["kinds"][0]["kind"], *self.label["also"]}

    @property
    def first(self) -> str:
        return self.found.proposals[0].kind

    @property
    def is_missed(self) -> bool:
        """Whether an answer of a person is taken for none."""
        return not self.label["automatic"] and (self.found.automatic or self.first == "nothing")

    @property
    def named(self) -> dict[str, Any] | None:
        return next((one["to"] for one in self.label["kinds"] if one.get("to")), None)

    @property
    def has_whom_named(self) -> bool:
        """Whether whoever was named was found, with the address."""
        to = next((one.to for one in self.found.proposals if one.to), None)
        want = self.named or {}
        return to is not None and (to.name, to.email or None) == (want["name"], want["email"])


def labelled(*, every: int = 1) -> Iterator[Labelled]:
    """All of them, or every so manieth of each room."""
    for room in ROOMS:
        lines = (room / "labels.jsonl").read_text(encoding="utf-8").splitlines()
        for label in map(json.loads, [*filter(None, lines)][::every]):
            name = f"{room.name}/{label['file']}"
            yield Labelled(name, label, _read(room / label["file"], label))


def _read(file: Path, label: dict[str, Any]) -> Hearing:
    incoming = came_in(file.read_bytes())
    own = [one for one in incoming.others if _is_own(one.email)]
    known = Circumstances(
        today=date.fromisoformat(label["today"]),
        country=label["country"],
        name=next((one.name for one in own if one.name), ""),
        emails=tuple(one.email for one in own),
        ask=label["ask"],
    )
    return heard_in(incoming, known=known)


def _is_own(email: str) -> bool:
    """The four who look for work have their mail there."""
    ours = (
        "mailbox.example",
        "post.example",
        "postfach.example",
        "byrne-home.example",
        "postbox.example",
        "briefkasten.example",
        "mailhollow.example",
        "mailhome.example",
        "postbag.example",
    )
    return email.endswith((*ours, "postbote.example"))
