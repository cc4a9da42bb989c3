"""What came in, sentence by sentence, with all that is found in each. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from firststep.facts.asks import Ask
from firststep.facts.text import fold
from firststep.steps.outreach.hearing.incoming import CameIn
from firststep.steps.outreach.hearing.phrases import SayingFound, found_in
from firststep.steps.outreach.hearing.quotations import Apart
from firststep.steps.outreach.language.plain import plain_words
from firststep.steps.outreach.language.sentences import SentenceSaid, sentences_of, unwrapped
from firststep.steps.outreach.language.somebody import SomebodySaid, somebodies
from firststep.steps.outreach.language.when import WhenSaid, whens
from firststep.steps.people.naming import Named

_ASKS_FOR_A_NAME = frozenset({"name", "introduction", "referral", "connect"})
_EARLIEST = 7  # o'clock: who offers five means the afternoon
_HOUR = re.compile(
    r"(?i),?\s*(?:next|it is)?[,.]?\s*(?:(?:any ?time )?(?:after|past|from|around)\s+)?"
    r"(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d)\b"
    r"|(?=\s*(?:,|[.?!]?$|then|works|as|ok|for|would|passt|geht|ist|at the|im|in))\b)(?!\s*at\s*\d)"
)


_NOT_THEN = re.compile(
    r"(?i)(?:['’]s| is| are| won['’]t| will not| isn['’]t| geht| passt| klappt"
    r"| ist| wird)?(?: leider| bei mir| mir| unfortunately| really)*"
    r" (?:no good|not (?:work|good|possible)|(?:doesn['’]t|does not) (?:work|suit)|out\b|bad\b"
    r"|impossible|full\b|packed\b|nicht\b|schlecht\b|dicht\b|zu\b|ausgebucht\b|belegt\b|verplant\b|eng\b|"
    r"unmöglich|voll\b|nix\b|nichts\b)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What must be known beside a text: the day it came in, the seeker's country, name and
    addresses, and what was asked."""

    today: date
    country: str = ""
    name: str = ""
    emails: tuple[str, ...] = ()
    ask: Ask | None = None

    @property
    def asks_for_a_name(self) -> bool:
        """Whether the seeker asked to be told of somebody."""
        return self.ask in _ASKS_FOR_A_NAME


@dataclass(frozen=True, slots=True)
class SentenceTold:
    """One sentence: its plain words, and the ways of saying, days and people in it."""

    sentence: SentenceSaid
    words: str
    found: tuple[SayingFound, ...]
    days: tuple[WhenSaid, ...]
    people: tuple[SomebodySaid, ...]

    @property
    def text(self) -> str:
        return self.sentence.text

    def kinds(self, *, strong: bool = False) -> set[str]:
        """What its ways of saying mean, or what they surely mean."""
        return {one.answer.kind for one in self.found if not (strong and one.answer.weak)}

    @property
    def coming(self) -> tuple[date, ...]:
        """The days to come it names, in their order."""
        return days_to_come(self.days)

    @property
    def moments(self) -> tuple[datetime, ...]:
        """The hours it offers on days to come; an hour behind several days is meant for each."""
        found: list[datetime] = []
        waiting: list[date] = []
        for when in self.days:
            if self.is_refused(when):
                continue
            day, clock = _day(when), when.at or _hour_behind(self.text[when.end :])
            if day is not None and (when.at or when.sense != "until"):  # “away until Thursday”
                waiting.append(day)
            if clock is not None:
                found += [datetime.combine(one, clock) for one in waiting]
                waiting = []
        return tuple(dict.fromkeys(found))

    def is_refused(self, when: WhenSaid) -> bool:
        """Whether they say of a day that it does not suit: “Tuesday's no good”."""
        return _NOT_THEN.match(self.text[when.end :]) is not None


def _hour_behind(text: str) -> time | None:
    """An hour right behind a day, without a word for it: "Thursday, 5.30", "sunday 10 as ever"."""
    found = _HOUR.match(text)
    if found is None or not (hour := int(found["hour"])) < 24:
        return None
    return time(hour + 12 if hour < _EARLIEST else hour, int(found["minute"] or 0))


def days_to_come(days: Iterable[WhenSaid]) -> tuple[date, ...]:
    """The days to come of those a text names."""
    return tuple(day for when in days if (day := _day(when)))


def _day(when: WhenSaid) -> date | None:
    return when.on or (when.unsure[0] if when.unsure else None)


class WholeText:
    """All that came in, ready to be judged."""

    def __init__(self, incoming: CameIn, apart: Apart, known: Circumstances) -> None:
        self.incoming, self.apart, self.known = incoming, apart, known

    @cached_property
    def told(self) -> tuple[SentenceTold, ...]:
        """Their sentences in order."""
        return self._read(self.apart.own)

    @cached_property
    def longer(self) -> tuple[SentenceTold, ...]:
        """Those that may be theirs, too, where it is in doubt where their words end."""
        return self._read(self.apart.longer) if self.apart.doubt else ()

    def _read(self, text: str) -> tuple[SentenceTold, ...]:
        asked = self.known.asks_for_a_name
        people = self._others(somebodies(unwrapped(text), expected=asked))
        return tuple(self._told(one, people) for one in sentences_of(text))

    def _told(self, sentence: SentenceSaid, people: tuple[SomebodySaid, ...]) -> SentenceTold:
        words, known = plain_words(sentence.text), self.known
        days = whens(sentence.text, today=known.today, country=known.country)
        here = tuple(one for one in people if _names(sentence.text, one))
        return SentenceTold(sentence, words, tuple(found_in(words)), days, here)

    def _others(self, people: tuple[SomebodySaid, ...]) -> tuple[SomebodySaid, ...]:
        """Without the seeker and whoever wrote."""
        sender = self.incoming.sender
        mine = {*self.known.emails}
        names = [fold(self.known.name), fold(sender.name)]
        return tuple(
            one
            for one in people
            if one.email not in mine
            and one.email != (sender.email or None)
            and not any(_same_name(fold(one.name), name) for name in names)
        )

    @property
    def copied(self) -> tuple[Named, ...]:
        """Who else got the mail, besides the seeker and whoever wrote."""
        mine = {*self.known.emails, self.incoming.sender.email}
        mine_named = [fold(self.known.name)]
        return tuple(
            one
            for one in self.incoming.others
            if one.email not in mine
            and not any(_same_name(fold(one.name), name) for name in mine_named)
        )


def _names(text: str, one: SomebodySaid) -> bool:
    return (one.name.split()[0] in text and one.name.split()[-1] in text) or (
        bool(one.email) and one.email in text.lower()
    )


def _same_name(one: str, other: str) -> bool:
    """Whether a name told is (part of) that one, "Lee, Sam" too."""
    parts = set(other.replace(",", " ").split())
    return bool(parts) and set(one.split()) <= parts
