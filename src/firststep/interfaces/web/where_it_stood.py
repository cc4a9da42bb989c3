"""The page a refused form stood on, asked for once more and drawn with the refusal in it."""

from collections.abc import Sequence
from copy import copy

from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.datastructures import MultiValueDict

from firststep.errors import CannotDo
from firststep.interfaces.web.beside import drawn_again
from firststep.interfaces.web.visit import our_address


def where_it_stood(
    request: HttpRequest, posted: QueryDict, error: CannotDo, meant: list[dict[str, str]]
) -> str | None:
    """That page, its form as it was sent; None where it is not to be had any more. `meant` is what
    an ambiguous name could mean."""
    page = _looked_at(request, our_address(posted.get("stood", "")))
    return page and refused_in(page, request.path, posted, error, meant)


def refused_in(
    page: str, action: str, posted: QueryDict, error: CannotDo, meant: Sequence[dict[str, str]] = ()
) -> str | None:
    """A page with the form of that address as it was sent, the refusal in it; None for a page
    without the form."""
    more = render_to_string("parts/meant.html", {"candidates": meant}) if meant else ""
    return drawn_again(
        page,
        action=action,
        said=dict(posted.lists()),
        words=error.words,
        about=error.field,
        more=more,
    )


def still_there(request: HttpRequest, address: str) -> str:
    """An address of ours, or where what it showed is gone the nearest one above it."""
    path = address.partition("#")[0].partition("?")[0]
    if path == "/" or _looked_at(request, address) is not None:
        return address
    return still_there(request, path.rpartition("/")[0] or "/")


def _looked_at(request: HttpRequest, address: str) -> str | None:
    """What a look at that address of ours shows; nothing is written by looking."""
    path, _, query = address.partition("#")[0].partition("?")
    try:
        view = resolve(path)
        answer = view.func(_look(request, path, query), *view.args, **view.kwargs)
    except (Resolver404, CannotDo):
        return None
    is_page = isinstance(answer, HttpResponse) and answer.status_code == 200
    return answer.content.decode() if is_page else None


def _look(request: HttpRequest, path: str, query: str) -> HttpRequest:
    """The same browser, only looking. What was told of an earlier press is not told again."""
    look, asked = copy(request), QueryDict(query, mutable=True)
    asked.pop("done", None)
    look.method, look.path, look.path_info = "GET", path, path
    look.META = {**request.META, "REQUEST_METHOD": "GET", "QUERY_STRING": asked.urlencode()}
    look.GET = QueryDict(asked.urlencode())
    vars(look).update(_post=QueryDict(), _files=MultiValueDict())
    return look
