"""What a talk brought, told in one line with it: what was learned, what each promised. Pure.

"Talked with Rosa: pay is about 60k, she named Sam Lee, I promised my CV by Friday": the parts that
teach something or promise something are read by `sheet.en.txt` and `sheet.de.txt`; the rest is read
as any line, and its talk takes them up. A line without a talk is read as it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firststep.facts.habits import LESSONS_ABOUT, PROMISE_WHOSE
from firststep.facts.said import say, to_say
from firststep.steps.outreach.language.cues import Cue, CueHeard, cues_in, cues_of
from firststep.steps.outreach.language.fitting import PRONOUNS
from firststep.steps.outreach.language.when import WhenSaid
from firststep.steps.outreach.telling.clauses import told_in
from firststep.steps.outreach.telling.dating import day_until
from firststep.steps.outreach.telling.happening import LineHappening, LineRead
from firststep.steps.outreach.telling.mentions import LineWords, mentioned_in
from firststep.steps.outreach.telling.reading import read_line
from firststep.steps.outreach.telling.scene import Scene

_PARTING = re.compile(r"[,;:.!?]+\s+|\s+[–—-]\s+|\s+(?:and|und|&|\+)\s+")
_LOOSE = re.compile(r"^(?:[\s,;:.!?–—&+-]|(?:and|und)\b)+|(?:[\s,;:.!?–—&+-]|\b(?:and|und))+$")
_TALKS = frozenset(["talked", "met", "call"])
# An answer, a talk to come, a step of a company: never only what a talk brought.
_WEIGHTIER = ("reply yes", "reply no", "reply later", "meet", "moved", "cancelled", "stage")
_WHO_TOLD = to_say(
    "More than one was there. Who told you that, or promised it? Give each a line of their own."
)
# What stands round a promise and is none of it: "I told her that I would …", "sie hat mir …".
_FRAME = PRONOUNS | frozenset(
    ["i", "have", "promised", "told", "said", "owe", "that", "to", "will", "would", "offered",
     "agreed", "is", "are", "going", "me", "also", "then", "so", "ich", "habe", "hat", "haben",
     "dass", "versprochen", "zugesagt", "schulde", "verspricht", "versprach", "mir", "noch",
     "auch"]
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of a line from `start` to `end`, and the cue of the sheet it was read by, if any."""

    start: int
    end: int
    found: LineWords
    heard: CueHeard | None

    @property
    def means(self) -> str:
        return self.heard.cue.means if self.heard else ""


def sheet_cues() -> tuple[Cue, ...]:
    """The ways of saying what a talk brought."""
    return cues_of(__file__, "sheet")


def read_with_sheet(line: str, scene: Scene) -> LineRead:
    """What a line says happened; what its talk taught, and what was promised there, with it."""
    text = " ".join(line.split())
    parts = [one for one in _parts(text, scene) if one.heard]
    lessons = [one for one in parts if one.means in LESSONS_ABOUT]
    for taken in (parts, lessons):  # a promise may be what says with whom one talked
        read = _read_without(text, taken, scene) if taken else None
        if read is not None and (read.is_sure or taken is lessons):
            return read
    return read_line(line, scene)


def _parts(text: str, scene: Scene) -> list[_Part]:
    """The parts of a line. Behind an “and” one begins only where it says something of its own."""
    found: list[_Part] = []
    start, sign = 0, ""
    for cut in (*_PARTING.finditer(text), None):
        end = cut.start() if cut else len(text)
        part = _part(text, start, end, scene)
        if sign.strip().isalpha() and found and not _says_something(part):
            found[-1] = _part(text, found[-1].start, end, scene)
        else:
            found.append(part)
        start, sign = (cut.end(), cut[0]) if cut else (end, "")
    return found


def _part(text: str, start: int, end: int, scene: Scene) -> _Part:
    end = start + len(text[start:end].rstrip(" ,;:.!?"))
    found = mentioned_in(text[start:end], scene)
    heard = [one for one in cues_in(found.words, sheet_cues()) if not _names_another(found, one)]
    if any(one.cue.means.startswith(_WEIGHTIER) for one in told_in(found).cues):
        heard = []
    if any(one.cue.means == "none" for one in heard):
        heard = [one for one in heard if one.cue.means in PROMISE_WHOSE]
    best = max(heard, key=lambda one: one.weight, default=None)
    return _Part(start=start, end=end, found=found, heard=best)


def _names_another(found: LineWords, one: CueHeard) -> bool:
    """Whether somebody stands there besides who promises or tells: they are for the line to read,
    with whatever is said of them."""
    own = set(one.slots.values())
    return any(at not in own for at, word in enumerate(found.words) if word.kind in ("who", "name"))


def _says_something(part: _Part) -> bool:
    return part.heard is not None or bool(told_in(part.found).cues)


def _read_without(text: str, taken: Sequence[_Part], scene: Scene) -> LineRead | None:
    """The line without the parts of its sheet, which its talk takes up; None without a talk."""
    rest = _without(text, taken)
    read = read_line(rest, scene)
    if [(one.do, one.doubt) for one in read.happenings] == [("call", "call")]:
        read = read_line(f"{rest}, we talked", scene)
    talks = [one for one in read.happenings if _is_talk(one)]
    if not talks:
        return None
    done = (
        replace(one, note=_whole(one.note, rest, text))
        for one in _with_sheet(text, read, talks[0], taken, scene)
    )
    return replace(
        _asked_whole(read, ", ".join(text[one.start : one.end] for one in taken)),
        line=text,
        happenings=tuple(done),
        question=read.question or (say(_WHO_TOLD) if len(talks) > 1 else ""),
        says_more=True,
    )


def _asked_whole(read: LineRead, sheet: str) -> LineRead:
    """The ways to say it with the sheet behind them."""
    again = (replace(one, line=f"{one.line}, {sheet}") for one in read.readings)
    return replace(read, readings=tuple(again))


def _is_talk(one: LineHappening) -> bool:
    return one.do in _TALKS and one.outcome in (None, "talked") and one.who is not None


def _whole(note: str, rest: str, text: str) -> str:
    """The line as it was said is the text of what it tells."""
    return text if note.startswith(rest) else note


def _with_sheet(
    text: str, read: LineRead, talk: LineHappening, taken: Sequence[_Part], scene: Scene
) -> Iterator[LineHappening]:
    learned = tuple(
        (one.means, text[one.start : one.end]) for one in taken if one.means in LESSONS_ABOUT
    )
    for one in read.happenings:
        yield replace(one, learned=learned) if one is talk else one
    for part in taken:
        if part.means in PROMISE_WHOSE:
            yield _promise(text, part, talk, scene)


def _promise(text: str, part: _Part, talk: LineHappening, scene: Scene) -> LineHappening:
    whens = [mention.when for mention in part.found.what.values() if mention.when]
    return LineHappening(
        do="promise",
        who=talk.who,
        approach_id=talk.approach_id,
        on=talk.on,
        until=day_until(whens, scene.today).until,
        outcome=part.means,
        note=text,
        words=promised_words(part.found),
    )


def promised_words(found: LineWords) -> str:
    """What was promised, without who promised it whom: `my CV by friday (11 December)`."""
    words = found.words
    at = [place for place, word in enumerate(words) if word.word not in _FRAME]
    while at and words[at[0]].kind in ("who", "name"):
        at.pop(0)
    start, end = (words[at[0]].start, words[at[-1]].end) if at else (0, len(found.line))
    said = found.line[:end]
    for when in (mention.when for mention in found.what.values() if mention.when):
        said = _with_date(said, when)
    return said[start:]


def _with_date(said: str, when: WhenSaid) -> str:
    if when.on is None or when.grain != "day":
        return said
    return f"{said[: when.end]} ({when.on.day} {when.on:%B}){said[when.end :]}"


def _without(text: str, taken: Sequence[_Part]) -> str:
    """The line without some of its parts; a stop in their place, lest what stood apart be one."""
    kept, at = [], 0
    for one in taken:
        kept.append(text[at : one.start])
        at = one.end
    return ". ".join(filter(None, (_LOOSE.sub("", part) for part in (*kept, text[at:]))))
