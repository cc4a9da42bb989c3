"""Who an event names: people and how to write to them, neither rooms nor calendars. Pure."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from firststep.bringing.formats.calendar_parts import CalendarEvent
from firststep.bringing.formats.card_lines import CardLine, unescaped
from firststep.bringing.formats.mail_signs import is_machine
from firststep.steps.people.spelling.cells import addresses

_THING = frozenset({"RESOURCE", "ROOM", "GROUP"})
_AWAY = frozenset({"DECLINED", "DELEGATED"})
# Behind these sits a calendar, not a person.
_SYSTEM = re.compile(
    r"@virtual$|@(?:[\w.-]+\.)?calendar\.google\.com$|@calendar-server\.|^calendar-notification@"
)
_HIDDEN = re.compile(r"@imip\.me\.com$|^(?:invalid|nomail)@")  # a person whose address is not told
_ROOM = re.compile(
    r"\b(?:meeting|conference|conf|board)\s?room\b|besprechungsraum|sitzungszimmer|salle de r"
    r"|sala (?:de|di) r|vergader(?:zaal|ruimte)|mötesrum|переговорная",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"[^\s<>()\[\]\"',;:]+@[^\s<>()\[\]\"',;:]+")
_BRACKETED = re.compile(r"\s*[<(\[]?\s*(?:mailto:)?" + _WRITTEN.pattern + r"\s*[>)\]]?")
_LINK = re.compile(r"^mailto:\s*", re.IGNORECASE)
_CODED = re.compile(r"\^[n'^]")
_CARET = {"^n": " ", "^'": '"', "^^": "^"}  # RFC 6868


class Attendee(NamedTuple):
    """Somebody an event names. `email` is in lower case, "" where only the name is told; `is_thing`
    is a room or a calendar, `is_away` who said no."""

    name: str
    email: str
    is_thing: bool
    is_away: bool


def attendees_of(event: CalendarEvent, read: Callable[[bytes], str]) -> list[Attendee]:
    """Everybody the event names, the organiser first; `read` knows the file's letters."""
    told = ";".join(unescaped(read(line.content())) for line in event.of("location"))
    places = {place.strip().casefold() for place in (told, *re.split("[;,]", told))} - {""}
    lines = (*event.of("organizer"), *event.of("attendee"))
    return [_attendee(line, places, read) for line in lines]


def _attendee(line: CardLine, places: set[str], read: Callable[[bytes], str]) -> Attendee:
    said = {key: value.upper() for key, value in line.said.items()}
    told = unescaped(read(line.content())).strip()
    bare = _LINK.sub("", told)
    name, found = _name(line, bare, read), _addresses(line, told)
    email = next((one for one in found if not _SYSTEM.search(one)), "")
    is_calendar = bare.lower().endswith("@virtual") or bool(found) > bool(email)
    is_thing = is_calendar or is_machine(bare) or _is_thing(said, name, places)
    away = _AWAY.intersection((said.get("partstat"), said.get("status")))
    return Attendee(name, email, is_thing, bool(away))


def _addresses(line: CardLine, told: str) -> list[str]:
    """The addresses of one attendee: of the link, else of a parameter, else beside the name."""
    texts = (told, line.said.get("email", ""), line.said.get("cn", ""))
    return [one for text in texts for one in _written(text) if not _HIDDEN.search(one)]


def _name(line: CardLine, told: str, read: Callable[[bytes], str]) -> str:
    """The name beside the address, in old calendars before it: without quotes and the address."""
    shown = unescaped(read(line.said.get("cn", "").encode("latin-1", errors="replace")))
    shown = _CODED.sub(lambda two: _CARET[two[0]], shown or told.partition("<")[0])
    return " ".join(_BRACKETED.sub(" ", shown).split()).strip("'\" ")


def _is_thing(said: Mapping[str, str], name: str, places: set[str]) -> bool:
    """Whether this is a room: it says so, or is called like one or like where the event was."""
    if said.get("cutype") in _THING or said.get("role") == "NON-PARTICIPANT":
        return True
    return name.casefold() in places or _ROOM.search(name) is not None


def _written(text: str) -> list[str]:
    """The addresses in a value, a parameter or a name."""
    whole = (
        addresses(text.strip().strip("'\""))[0] or addresses(",".join(_WRITTEN.findall(text)))[0]
    )
    return [one.lower() for one in whole]


def names_of(said: str) -> set[str]:
    """The addresses that stand in a calendar's own name."""
    return set(_WRITTEN.findall(said.lower()))
