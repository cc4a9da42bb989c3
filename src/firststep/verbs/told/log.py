"""One line says what happened: `log "Met Ann Lee (Acme) for coffee"`."""

from dataclasses import dataclass
from typing import Any

from firststep.errors import CannotDo
from firststep.facts.said import say
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.journal.turns import in_turn
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.telling.happening import LineRead
from firststep.steps.outreach.telling.saying import said_back
from firststep.steps.outreach.telling.sheet import read_with_sheet
from firststep.steps.people.models import Person
from firststep.verbs.thread.step import Recorded
from firststep.verbs.told.line_writing import LineWriting
from firststep.verbs.told.other_lines import OTHER_LINES
from firststep.verbs.told.scene import scene_for
from firststep.verbs.told.thread_lines import THREAD_LINES

# What keeps the line as its text.
WITH_TEXT = frozenset(["reply", "sent", "call", "talked", "thank", "met", "note", "promise"])
_VERBS = {**THREAD_LINES, **OTHER_LINES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What a line was read to say, in `words` to say yes to, one for each happening; `besides` are
    words that go with them; `candidates` people who could be meant where that is the question."""

    line: str
    read: LineRead
    words: tuple[str, ...]
    besides: tuple[str, ...] = ()
    candidates: tuple[dict[str, Any], ...] = ()

    @property
    def so_far(self) -> str:
        """What of it is sure, in words; "" where nothing is."""
        told = zip(self.read.happenings, self.words, strict=True)
        sure = [words for one, words in told if not one.doubt]
        return " ".join((say("Understood so far:"), *sure)) if sure else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """What a line wrote: a record for each happening that has one, the entries of the journal."""

    words: str
    records: tuple[Recorded, ...]
    entries: tuple[int, ...]


def understood(campaign: Campaign, *, stamp: Stamp, line: str) -> Understanding:
    """What would be written for a line, and what has to be asked first; writes nothing."""
    scene = scene_for(campaign, line, today=stamp.on)
    read = read_with_sheet(line, scene)
    meant = [scene.by_id[key] for key in read.candidates]
    return Understanding(
        line=read.line,
        read=read,
        words=tuple(said_back(one, today=stamp.on) for one in read.happenings),
        besides=(*_not_to_be_contacted(campaign, read), *_kept(read)),
        candidates=tuple(
            {"id": one.id, "name": one.name, "company": one.company, "is": "person"}
            for one in meant
        ),
    )


def _kept(read: LineRead) -> list[str]:
    """The whole line is the text of its touch."""
    is_kept = any(one.do in WITH_TEXT for one in read.happenings)
    is_said = read.says_more and is_kept
    return [say("The line is kept with it as you said it.")] if is_said else []


def _not_to_be_contacted(campaign: Campaign, read: LineRead) -> list[str]:
    ids = {one.who.person_id for one in read.happenings if one.who and one.do != "do_not_contact"}
    rows = Person.objects.filter(campaign=campaign, pk__in=[key for key in ids if key])
    marked = rows.filter(do_not_contact_on__isnull=False).order_by("id")
    return [
        say("{name} is somebody whom you asked not to contact.", name=row.name) for row in marked
    ]


@in_turn
def log(campaign: Campaign, *, stamp: Stamp, line: str) -> Logged:
    """Writes all a line tells, each happening by its own verb, one entry each; all or none.

    Raises CannotDo where something of it has to be asked first.
    """
    told = understood(campaign, stamp=stamp, line=line)
    if not told.read.is_sure:
        raise CannotDo(
            f"{told.so_far} {told.read.question}".strip(),
            kind=told.read.kind,
            candidates=told.candidates,
        )
    entries = Entry.objects.filter(campaign=campaign).order_by("id")
    before = entries.last()
    writing = LineWriting(campaign, stamp)
    for one in told.read.happenings:
        if record := _VERBS[one.do](writing, writing.stamp_of(one), one):
            writing.records.append(record)
    made = list(entries.filter(pk__gt=before.pk if before else 0))
    return Logged(
        words=" ".join(row.words for row in made),
        records=tuple(writing.records),
        entries=tuple(row.pk for row in made),
    )
