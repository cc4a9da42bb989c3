"""One thread as its page tells it: what has happened, and who it is with."""

from dataclasses import dataclass
from datetime import date

from firststep.facts.channels import by_words
from firststep.facts.kinds import TieKind
from firststep.facts.line_kinds import CAME_IN, LINE_KIND
from firststep.facts.snapshot import ApproachFacts, LogLine, PersonFacts
from firststep.interfaces.links import Leading, leading
from firststep.interfaces.web.step_words import TIES, happened
from firststep.interfaces.words.people import post_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the log, for reading."""

    words: str
    on: date
    came_in: bool
    touch_id: int | None
    text: str = ""


def happenings(approach: ApproachFacts | None) -> tuple[Happening, ...]:
    """What has happened in a thread, the newest first."""
    return tuple(_happening(line) for line in reversed(approach.log)) if approach else ()


def _happening(line: LogLine) -> Happening:
    words = happened(line.kind)
    if LINE_KIND[line.kind].sent and line.channel:
        words += f" {by_words(line.channel)}"
    if line.at:
        words += f": {line.at:%A}, {line.at.day} {line.at:%B}, {line.at:%H:%M}"
    if line.until:
        words += f", until {line.until.day} {line.until:%B}"
    return Happening(words=words, on=line.on, came_in=line.kind in CAME_IN, touch_id=line.touch_id)


def ways(person: PersonFacts | None) -> tuple[Leading, ...]:
    """How somebody can be reached; links are opened by the seeker, never fetched."""
    if person is None:
        return ()
    known = [(kind, value) for kind, values in person.ways.items() for value in values]
    return tuple(link for kind, value in known for link in leading(kind, value))


def tie_words(person: PersonFacts | None) -> str:
    """How the seeker knows somebody: "close, since 2016: we shared a desk"."""
    if person is None or person.tie is None:
        return "You do not know each other yet."
    return how_close(person.tie.kind, person.tie.since, person.tie.how)


def how_close(kind: TieKind, since: date | None, how: str) -> str:
    """A tie in a sentence: "Known since 2016, but not spoken to for long. You shared a desk"."""
    words = TIES["known" if kind == "dormant" else kind].capitalize()
    words += f" since {since.year}" if since else ""
    words += f", but {TIES[kind]}" if kind == "dormant" else ""
    return f"{words}. {how}".strip()


def present_post(person: PersonFacts | None) -> str:
    """What somebody does where: "Director of Purchasing, Cedarline"."""
    if person is None:
        return ""
    now = person.current or person.positions
    return post_words(now[0].title, now[0].company) if now else ""
