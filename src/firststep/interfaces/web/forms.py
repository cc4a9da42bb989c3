"""What a form says, read by the catalogue's parameters, and the pages that only hand it on.

A field left empty says nothing, unless the form was drawn with something in it (`was_…`): then it
was emptied. A field left as it was drawn says nothing either.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from firststep.errors import CannotDo
from firststep.facts.said import to_say
from firststep.interfaces.catalogue import CATALOGUE, Item, Parameter, resolve
from firststep.interfaces.web.visit import Visit, writes

MISSING = {
    "until": to_say("Say until which day."),
    "first": to_say("Say the first day away."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """A page that records by one verb what its form says, then goes on to `to`, or back.

    `also` are words the verb takes and only the site offers.
    """

    verb: str
    also: tuple[str, ...] = ()
    to: str = ""

    def __call__(self, request: HttpRequest, **address: Any) -> HttpResponseBase:
        return writes(self._recorded)(request, **address)

    def _recorded(self, visit: Visit, **address: Any) -> HttpResponse:
        record(visit, self.verb, also=self.also, **address)
        return visit.done(self.to)


def record(visit: Visit, verb: str, *, also: tuple[str, ...] = (), **known: Any) -> Any:
    """Does by a verb of the catalogue what a form says; what is `known` is not read from it."""
    item = CATALOGUE[verb]
    said = {one.name: _said(visit, one) for one in item.parameters if one.name not in known}
    said |= {name: visit.given(name) for name in also} | _as_named(item, known)
    told = {name: value for name, value in said.items() if value is not None}
    return resolve(item.target)(visit.campaign, stamp=visit.stamp(), **told)


def parted(visit: Visit, name: str) -> list[str] | None:
    """What a field holds with commas between; None where it was left as it was drawn."""
    given = visit.changed(name)
    return None if given is None else [one.strip() for one in given.split(",") if one.strip()]


def _as_named(item: Item, known: dict[str, Any]) -> dict[str, Any]:
    """Whom a verb finds by a name or a number is told to it as a text."""
    texts = {one.name for one in item.parameters if one.kind == "text"}
    return {
        name: str(value) if name in texts and isinstance(value, int) else value
        for name, value in known.items()
    }


def _said(visit: Visit, one: Parameter) -> Any:
    """What the form says of a parameter; None for nothing. Raises CannotDo where it is no such."""
    if one.kind == "moment":
        return visit.moment("day", "hour")
    if visit.changed(one.name) is None:
        return _unsaid(one)
    if one.kind == "date":
        return visit.day(one.name) or _unsaid(one)
    if one.kind == "whole":
        return visit.whole(one.name)
    return _of_text(visit, one)


def _of_text(visit: Visit, one: Parameter) -> Any:
    text = visit.text(one.name)
    if one.kind == "flag":
        return bool(text)
    if one.many:
        return [line.strip() for line in text.splitlines() if line.strip()]
    emptied = f"was_{one.name}" in visit.request.POST
    return text if text or emptied else _unsaid(one)


def _unsaid(one: Parameter) -> str | None:
    if one.required and one.name in MISSING:
        raise CannotDo(MISSING[one.name], kind="bad_input", field=one.name)
    return "" if one.required else None
