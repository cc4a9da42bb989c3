"""One line that says what happened, as it was understood; and what has to be asked first."""

from django.http import HttpResponse

from firststep.errors import CannotDo
from firststep.interfaces.answers.told import LineLogged
from firststep.interfaces.web.forms import record
from firststep.interfaces.web.pages.heard import is_pasted, taken_in
from firststep.interfaces.web.visit import Visit, writes


@writes
def understood(visit: Visit) -> HttpResponse:
    """What the line was understood to mean, to be said yes to, or to be asked about; a text that
    was pasted is taken in as what somebody wrote."""
    if is_pasted(visit.text("line", longest=400_000)):
        return taken_in(visit, visit.text("line", longest=400_000))
    return _asked(visit, record(visit, "log", yes=False), "")


@writes
def written(visit: Visit) -> HttpResponse:
    """The line as it was agreed to; where that is refused, why, with the text kept."""
    try:
        record(visit, "log", yes=True)
    except CannotDo as refused:
        return _asked(visit, record(visit, "log", yes=False), refused.words)
    return visit.done("/")


def _asked(visit: Visit, found: LineLogged, refused: str) -> HttpResponse:
    """The page of the line: each happening in a sentence, the question with its readings."""
    context = {
        "place": "today",
        "line": visit.text("line"),
        "words": found.words,
        "question": refused or found.question,
        "may_write": not (refused or found.question),
        "readings": found.readings,
    }
    return visit.page("understood.html", context, status=422 if refused else 200)
