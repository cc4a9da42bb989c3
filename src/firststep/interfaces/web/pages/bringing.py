"""Import: a file is looked at first, brought in on your word, and can be taken back whole."""

import csv
import io
from typing import Any, BinaryIO

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse

from firststep.errors import CannotDo
from firststep.interfaces.web import uploads
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.steps.people.actions.imports import ImportAnswer, as_json, import_files, undo_import
from firststep.steps.people.models import Import, Person

FORMATS = {"": "Find out by itself", "companies": "A list of companies"}


FIELDS = {
    "name": "the whole name", "given": "the first name", "family": "the last name",
    "email": "an address", "phone": "a number", "company": "the company", "title": "the title",
    "linkedin": "the LinkedIn profile", "note": "a note",
}  # fmt: skip


@page
def choose(visit: Visit) -> HttpResponse:
    """Which file; and what was brought in before."""
    imports = Import.objects.filter(campaign=visit.campaign).order_by("-id")[:20]
    context = {"place": "people", "imports": list(imports), "formats": tuple(FORMATS.items())}
    return visit.page("import.html", context)


@writes
def preview(visit: Visit) -> HttpResponse:
    """What a file would bring; nothing is written yet."""
    key, name = _chosen(visit)
    format_ = _format(visit)
    with uploads.kept(key).open("rb") as stream:
        answer, words = _looked_at(visit, name, stream, format_)
    if answer is None:
        uploads.let_go(key)
        raise CannotDo(words, kind="bad_input")
    rows = answer["files"][0]
    context = {
        "place": "people",
        "key": key,
        "name": name,
        "format": format_,
        "answer": answer,
        "file": rows,
        "complaints": rows["complaints"][:20],
        "notes": rows["notes"][:20],
        "mapping": tuple(rows["mapping"].items()),
        "as_said": "\n".join(f"{column}={field}" for column, field in rows["mapping"].items()),
        "fields": tuple(FIELDS.items()),
        "nothing_new": not (rows["new"] or rows["changed"] or answer["companies"]),
        "words": words,
    }
    return visit.page("import_preview.html", context)


def _chosen(visit: Visit) -> tuple[str, str]:
    """The key and name of a file just chosen, or of one looked at again with another mapping."""
    file = visit.request.FILES.get("file")
    if isinstance(file, UploadedFile) and file.name:
        return uploads.keep(file), file.name
    if not visit.text("key"):
        raise CannotDo("Choose a file first.", kind="bad_input")
    return visit.text("key"), visit.text("name") or "file"


def _mapping(visit: Visit) -> dict[str, str]:
    """Column -> field as said on the page; a column that is nothing is left out."""
    said = visit.request.POST.get("mapping", "")
    if said:
        pairs = [line.rpartition("=") for line in said.splitlines()]
        return {column: field for column, _, field in pairs if column and field in FIELDS}
    columns, fields = (visit.request.POST.getlist(name) for name in ("column", "field"))
    return {c: f for c, f in zip(columns, fields, strict=False) if c and f in FIELDS}


def _looked_at(
    visit: Visit, name: str, stream: BinaryIO, format_: str | None
) -> tuple[dict[str, Any] | None, str]:
    """What the file holds, and why it cannot be taken as it is; None for one nobody can read."""
    try:
        answer = import_files(
            visit.campaign,
            stamp=visit.stamp(),
            streams=[(name, stream)],
            dry_run=True,
            format=format_,
            mapping=_mapping(visit),
        )
    except CannotDo as refused:
        return (refused.detail if refused.detail.get("files") else None), refused.words
    return as_json(answer), ""


def _format(visit: Visit) -> str | None:
    given = visit.text("format")
    return given if given in FORMATS and given else None


@writes
def bring(visit: Visit) -> HttpResponse:
    """Brings the file in that was looked at."""
    key = visit.text("key")
    with uploads.kept(key).open("rb") as stream:
        answer = import_files(
            visit.campaign,
            stamp=visit.stamp(),
            streams=[(visit.text("name") or "file", stream)],
            leave_out=bool(visit.text("leave_out")),
            format=_format(visit),
            mapping=_mapping(visit),
        )
    uploads.let_go(key)
    return _brought(visit, answer)


def _brought(visit: Visit, answer: ImportAnswer) -> HttpResponse:
    if answer.import_id is None:
        return visit.done("/import")
    return visit.done("/")


@writes
def take_back(visit: Visit, number: int) -> HttpResponse:
    """Takes back what one import alone brought."""
    undo_import(visit.campaign, stamp=visit.stamp(), import_id=number)
    return visit.done("/import")


@writes
def pasted_companies(visit: Visit) -> HttpResponse:
    """Companies, one a line, put on the list in one go."""
    names = [line.strip() for line in visit.text("names").splitlines() if line.strip()]
    if not names:
        raise CannotDo("Write the companies down, one a line.", kind="bad_input")
    sheet = io.StringIO()
    csv.writer(sheet).writerows([["company"], *([name] for name in names)])
    import_files(
        visit.campaign,
        stamp=visit.stamp(),
        streams=[("your list", io.BytesIO(sheet.getvalue().encode()))],
        format="companies",
    )
    has_people = Person.objects.filter(campaign=visit.campaign).exists()
    return visit.done("/companies/" if has_people else "/import")
