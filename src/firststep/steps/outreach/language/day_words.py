"""The names that days are called by, and what a way of saying a day comes to. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from firststep.facts.text import fold
from firststep.steps.outreach.language.phrases import lists
from firststep.steps.outreach.language.pieces import DIGITS, pieces_of_names

Grain = Literal["day", "week", "month", "year"]
Sense = Literal["on", "until", "from"]
DAY_NAMES = lists(__file__, "day_names")
_VALUES = {
    kind: {fold(name): int(value) for name, value in DAY_NAMES[kind].items()}
    for kind in ("weekday", "short", "month", "n", "some", "dth")
}
_IN_DIGITS = "d e y kw iso slash h h2 mm clock dots dots_open dots_from"
# What stands in a text wherever one of these slots does.
LETTERS_OF_SLOTS = dict.fromkeys(_IN_DIGITS.split(), DIGITS) | {
    "spelled": pieces_of_names(DAY_NAMES["n"]),
    **{
        kind: pieces_of_names(DAY_NAMES[kind])
        for kind in ("weekday", "short", "month", "feast", "dth")
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysMeant:
    """The day to come, or the only one (`on`), the same day gone by (`past`), how long it lasts;
    `unsure` are the days it could as well be, none of them sure; `as_past` and `as_coming` the one
    of them that is left where it is known that it is past, or to come."""

    on: date | None = None
    past: date | None = None
    grain: Grain = "day"
    unsure: tuple[date, ...] = ()
    as_past: date | None = None
    as_coming: date | None = None
    sense: Sense | None = None


@dataclass(frozen=True, slots=True)
class SlotsSaid:
    """What the slots of a way of saying held, as of a day in a country."""

    said: Mapping[str, str]
    today: date
    country: str

    def number(self, slot: str) -> int:
        """The number a slot holds, in digits or as a word. Raises KeyError for neither."""
        if slot == "d" and "dth" in self.said:  # the fourteenth
            slot = "dth"
        text = fold(self.said[slot]).replace("ae", "a") if slot == "month" else self.said[slot]
        if text.isascii() and text.isdecimal():
            return int(text)
        return _named(slot, self.said[slot])

    @property
    def weekday(self) -> int:
        return self.number("weekday" if "weekday" in self.said else "short")

    @property
    def year(self) -> int | None:
        said = self.said.get("y")
        return int(said) % 100 + 2000 if said else None


def _named(slot: str, text: str) -> int:
    kinds = ("n", "some") if slot == "n" else (slot,)
    known = {name: value for kind in kinds for name, value in _VALUES[kind].items()}
    key = fold(text)
    spelled = {_plainly(name): value for name, value in known.items()}
    return known[key] if key in known else spelled[_plainly(key)]


def _plainly(name: str) -> str:
    """März, Maerz and Marz alike."""
    return fold(name).replace("ae", "a").replace("oe", "o").replace("ue", "u")


def either(on: date, past: date, *, grain: Grain = "day") -> DaysMeant:
    """A day to come, and the one gone by that has the same name."""
    return DaysMeant(on=on, past=past, grain=grain)


def only(day: date, told: SlotsSaid, grain: Grain = "day") -> DaysMeant:
    """A day that is named whole: past, to come, or today, which may be either."""
    return DaysMeant(on=day, past=day if day <= told.today else None, grain=grain)
