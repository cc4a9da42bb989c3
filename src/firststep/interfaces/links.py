"""Links the seeker opens. They are only built here, never fetched (promise P-b)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote, urlencode

from firststep.facts.channels import CHANNELS, Channel, linkedin, phone
from firststep.facts.channels.channel import HandOver
from firststep.facts.said import say
from firststep.facts.snapshot import PersonFacts
from firststep.steps.people.spelling.extensions import number_apart

LONGEST_LINK = 1900
_FIELD = re.compile(r"{(\w+)}")


def people_search(company: str, title: str) -> str:
    """LinkedIn's search for people with that post at that company."""
    words = " ".join(part for part in (title, company) if part)
    return "https://www.linkedin.com/search/results/people/?" + urlencode({"keywords": words})


def web_search(company: str, title: str) -> str:
    """A search of the whole web for whoever holds that post."""
    words = " ".join(f'"{part}"' for part in (company, title) if part)
    return "https://duckduckgo.com/?" + urlencode({"q": words})


def search_links(company: str, title: str) -> list[str]:
    """Where to look for the person behind a seat."""
    return [people_search(company, title), web_search(company, title)]


def profile(slug: str) -> str:
    """A person's LinkedIn page; empty for nobody's."""
    return hand_over(linkedin.CHANNEL, slug)


def tel(number: str) -> str:
    """Rings that number."""
    return hand_over(phone.CHANNEL, number)


class Leading(NamedTuple):
    """A link to where somebody can be reached; `away` opens another site."""

    words: str
    link: str
    away: bool


def leading(kind: str, value: str) -> list[Leading]:
    """The links to one address, number or profile, by every channel that goes by such a one."""
    return [
        Leading(say(one.hand_over.shows) or value, hand_over(one, value), one.hand_over.is_page)
        for one in CHANNELS
        if one.goes_by == kind and one.hand_over
    ]


def hand_over(channel: Channel, address: str, *, subject: str = "", body: str = "") -> str:
    """Opens a message to that address where the channel has it written; sends nothing. Empty
    where there is no such link, or nothing to fill it with.

    Longer than about 1,900 characters some programs cut it: then the body is left out, to be
    copied instead.
    """
    by = channel.hand_over
    link = _filled(by.link, address) if by else ""
    if by is None or not link:
        return ""
    lines = body if by.is_page else body.replace("\n", "\r\n")
    whole = link + _carried(by, subject=subject, body=lines)
    return whole if len(whole) <= LONGEST_LINK else link + _carried(by, subject=subject, body="")


def _filled(link: str, address: str) -> str:
    """The link to that address; empty where it says nothing the link takes."""
    main, extension = number_apart(address)
    number = "".join(sign for sign in main if sign.isdecimal() or sign == "+")
    fields = {
        "address": quote(address, safe="@+.-_"),
        "number": f"{number},{extension}" if extension else number,  # rung after a pause
        "digits": number.replace("+", ""),
    }
    (taken,) = _FIELD.findall(link)
    return link.format(**fields) if fields[taken] else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """A button that opens a message where it is sent by hand. `told` says by which names the link
    takes a subject and a text, for the page to fill it as it is written."""

    words: str
    link: str
    away: bool
    told: Mapping[str, str]


def door(person: PersonFacts, channel: Channel, *, subject: str, body: str) -> Door | None:
    """Where a message to them can be opened; None where that channel has no way to them."""
    link = hand_over(channel, person.first(channel), subject=subject, body=body)
    by = channel.hand_over
    return (
        Door(words=say(by.opens), link=link, away=by.is_page, told=dict(by.carries))
        if by and link
        else None
    )


def _carried(by: HandOver, **told: str) -> str:
    said = {name: told[part] for part, name in by.carries if told[part]}
    return "?" + urlencode(said, quote_via=quote) if said else ""
