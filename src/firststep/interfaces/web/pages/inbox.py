"""The lines typed on the phone: what each was understood to say, written and settled by a press."""

from pathlib import Path
from typing import Any

from django.http import HttpResponse

from firststep.errors import CannotDo
from firststep.interfaces.answers.inbox import inbox, say_anew, usual_file
from firststep.interfaces.web.refusals import STATUS
from firststep.interfaces.web.visit import Visit, page, writes


@page
def lines(visit: Visit) -> HttpResponse:
    """All lines of the file, what is sure and what has to be asked."""
    return _shown(visit)


def _shown(visit: Visit, *, refused: CannotDo | None = None, said: str = "") -> HttpResponse:
    context: dict[str, Any] = {"place": "today", "file": _from_home(visit), "lines": ()}
    try:
        context["lines"] = inbox(visit.campaign, stamp=visit.stamp()).lines
    except CannotDo as missing:
        file = usual_file(visit.campaign)
        context["missing"] = missing.words.replace(file, _from_home(visit))
    context["sure"] = sum(one.question is None for one in context["lines"])
    context["refused"] = refused.words if refused else ""
    context["said"] = said
    return visit.page("inbox.html", context, status=STATUS[refused.kind] if refused else 200)


def _from_home(visit: Visit) -> str:
    """The file as one would say it on a small screen: "~/notes/inbox.txt"."""
    file, home = Path(usual_file(visit.campaign)), Path.home()
    return f"~/{file.relative_to(home).as_posix()}" if file.is_relative_to(home) else str(file)


@writes
def write_sure(visit: Visit) -> HttpResponse:
    """Writes the sure lines, and takes them out of the file."""
    inbox(visit.campaign, stamp=visit.stamp(), yes=True)
    return visit.done("/inbox")


@writes
def settle_line(visit: Visit) -> HttpResponse:
    """Says one line another way, or leaves it as a remark in the file."""
    try:
        say_anew(visit.campaign, was=visit.text("was", longest=4000), line=visit.text("line"))
    except CannotDo as refused:
        there = inbox(visit.campaign, stamp=visit.stamp()).lines
        if visit.given("was") in {one.line for one in there}:
            raise  # its form is on the page still: there it is told
        return _shown(visit, refused=refused)
    return visit.done("/inbox")
