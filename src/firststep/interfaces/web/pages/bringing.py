"""Import: files are looked at first, brought in on your word, and can be taken back whole."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import BinaryIO

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, HttpResponseRedirect

from firststep.bringing.reader.known_lists import said_before
from firststep.errors import AlreadyDone, CannotDo
from firststep.facts.said import say
from firststep.interfaces.web import uploads, working
from firststep.interfaces.web.import_words import FORMATS, file_told, mapping_screen
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.web.working import GivenFiles, Work
from firststep.interfaces.words.files import COLUMN_WORDS
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Import, Person
from firststep.verbs.people.import_files import ImportAnswer, import_files, undo_import

MOST_FILES = 20


@page
def choose(visit: Visit) -> HttpResponse:
    """Which files; and what was brought in before."""
    imports = Import.objects.filter(campaign=visit.campaign).order_by("-id")[:20]
    context = {
        "place": "people",
        "imports": list(imports),
        "formats": tuple((key, say(words)) for key, words in FORMATS.items()),
        "known": Person.objects.filter(campaign=visit.campaign).exists(),
    }
    return visit.page("import.html", context)


@writes
def preview(visit: Visit) -> HttpResponse:
    """Begins to look at files; nothing is written yet."""
    given = _chosen(visit)
    work = Work(campaign_id=visit.campaign.pk, given=given, brings=False)
    stamp = visit.stamp()
    working.begin_work(work, lambda one: _looked_at(visit, stamp, one), size=_size(given))
    return HttpResponseRedirect(f"/import/look/{work.key}")


@page
def look(visit: Visit, key: str) -> HttpResponse:
    """What files would bring, once that is known; how far it is until then."""
    work = working.known(key, visit.campaign.pk)
    if not work.over.is_set():
        return visit.page("import_waiting.html", {"place": "people", "work": work})
    if work.brings:
        return _brought(visit, work)
    if work.error is not None:
        return _unread(visit, work, work.error)
    return _preview(visit, work)


def _preview(visit: Visit, work: Work) -> HttpResponse:
    answer, words = work.answer
    files = [file_told(one) for one in answer.files]
    new = any(one.new or one.changed for one in answer.files) or answer.companies
    before = said_before(visit.campaign)
    for place, (file, one) in enumerate(zip(files, answer.files, strict=True)):
        file.columns = mapping_screen(work.given, place, before) if one.mapping else None
    context = {
        "place": "people",
        "work": work,
        "answer": answer,
        "files": files,
        "one": files[0] if len(files) == 1 else None,
        "complaints": sum(len(one.complaints) for one in files),
        "nothing_new": not new,
        "words": words,
    }
    return visit.page("import_preview.html", context)


def _unread(visit: Visit, work: Work, error: CannotDo | AlreadyDone) -> HttpResponse:
    """A list whose columns nobody knows can be named by hand; anything else is refused."""
    words, columns = "", None
    if isinstance(error, CannotDo) and error.detail.get("by_columns"):
        before = said_before(visit.campaign)
        words, columns = error.words, mapping_screen(work.given, error.detail["at"], before)
    if columns is None or not columns.rows:
        _let_go(work.given)
        raise error
    beside = [name for place, (name, _) in enumerate(work.given.files) if place != columns.place]
    context = {
        "place": "people",
        "work": work,
        "columns": columns,
        "beside": beside,
        "words": words if columns.place in work.given.mappings else "",
    }
    return visit.page("import_columns.html", context)


def _chosen(visit: Visit) -> GivenFiles:
    """Files just chosen, or those looked at again with other columns."""
    files = [file for file in visit.request.FILES.getlist("file") if isinstance(file, UploadedFile)]
    kept = tuple((file.name, uploads.keep(file)) for file in files[:MOST_FILES] if file.name)
    if not kept:
        if not visit.text("key"):
            raise CannotDo("Choose a file first.", kind="bad_input")
        before = working.known(visit.text("key"), visit.campaign.pk).given
        return _with_columns(visit, before)
    if len(files) > MOST_FILES:
        raise CannotDo("Choose at most {n} files at once.", n=MOST_FILES, kind="bad_input")
    given = visit.text("format")
    return GivenFiles(files=kept, format=given if given in FORMATS and given else None)


def _with_columns(visit: Visit, before: GivenFiles) -> GivenFiles:
    """The same files with the columns of one of them as said on the page; the others as before."""
    columns, fields = (visit.request.POST.getlist(name) for name in ("column", "field"))
    pairs = zip(columns, fields, strict=False)
    said = {column[:300]: field for column, field in pairs if column and field in COLUMN_WORDS}
    which = visit.whole("which") or 0
    if which not in range(len(before.files)):
        raise CannotDo("That file is not among those you chose.", kind="bad_input")
    return GivenFiles(files=before.files, mappings={**before.mappings, which: said})


def _looked_at(visit: Visit, stamp: Stamp, work: Work) -> tuple[ImportAnswer, str]:
    """What the files hold, and why they cannot be taken as they are."""
    try:
        return _imported(visit, stamp, work, dry_run=True), ""
    except CannotDo as refused:
        if not refused.detail.get("files"):
            raise
        return ImportAnswer(**refused.detail), refused.words


def _imported(
    visit: Visit, stamp: Stamp, work: Work, *, dry_run: bool = False, leave_out: bool = False
) -> ImportAnswer:
    given = work.given
    with _streams(given) as streams:
        return import_files(
            visit.campaign,
            stamp=stamp,
            streams=streams,
            format=given.format,
            mappings=given.mappings,
            progress=work.tell,
            dry_run=dry_run,
            leave_out=leave_out,
        )


@contextmanager
def _streams(given: GivenFiles) -> Iterator[list[tuple[str, BinaryIO]]]:
    with ExitStack() as opened:
        yield [
            (name, opened.enter_context(uploads.kept(key).open("rb"))) for name, key in given.files
        ]


def _size(given: GivenFiles) -> int:
    return sum(uploads.kept(key).stat().st_size for _, key in given.files)


def _let_go(given: GivenFiles) -> None:
    for _, key in given.files:
        uploads.let_go(key)


@writes
def bring(visit: Visit) -> HttpResponse:
    """Begins to bring in the files that were looked at."""
    given = working.known(visit.text("key"), visit.campaign.pk).given
    work = Work(campaign_id=visit.campaign.pk, given=given, brings=True)
    stamp, leave_out = visit.stamp(), bool(visit.text("leave_out"))
    size = _size(given)
    working.begin_work(work, lambda one: _bring(visit, stamp, one, leave_out=leave_out), size=size)
    if isinstance(work.error, AlreadyDone):
        raise work.error
    return HttpResponseRedirect(f"/import/look/{work.key}")


def _bring(visit: Visit, stamp: Stamp, work: Work, *, leave_out: bool) -> int | None:
    """The revision at which they are in; None where nothing was new."""
    answer = _imported(visit, stamp, work, leave_out=leave_out)
    _let_go(work.given)
    return visit.campaign.revision if answer.import_id is not None else None


def _brought(visit: Visit, work: Work) -> HttpResponse:
    if work.error is not None:
        raise work.error
    return visit.done("/" if work.answer else "/import")


@writes
def take_import_back(visit: Visit, number: int) -> HttpResponse:
    """Takes back what one import alone brought."""
    undo_import(visit.campaign, stamp=visit.stamp(), import_id=number)
    return visit.done("/import")


@writes
def pasted_companies(visit: Visit) -> HttpResponse:
    """Companies, one a line, put on the list in one go."""
    names = [line.strip() for line in visit.text("names").splitlines() if line.strip()]
    if not names:
        raise CannotDo("Write the companies down, one a line.", kind="bad_input")
    list_companies(visit.campaign, names, stamp=visit.stamp())
    has_people = Person.objects.filter(campaign=visit.campaign).exists()
    return visit.done("/companies/" if has_people else "/import")


def list_companies(campaign: Campaign, names: Sequence[str], *, stamp: Stamp) -> None:
    """Puts companies on the list, as a file of them would: one twice stands there once."""
    sheet = io.StringIO()
    csv.writer(sheet).writerows([["company"], *([name] for name in names)])
    import_files(
        campaign,
        stamp=stamp,
        streams=[(say("your list"), io.BytesIO(sheet.getvalue().encode()))],
        format="companies",
    )
