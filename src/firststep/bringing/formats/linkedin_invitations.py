"""LinkedIn's Invitations.csv: who invited whom to connect, and when (FORMATS section 2)."""

from dataclasses import replace
from typing import NamedTuple

from firststep.bringing.formats.formats import Format, Source, with_columns
from firststep.bringing.formats.mentions import mention, mentioned
from firststep.bringing.formats.moments import month_first_day
from firststep.bringing.formats.tables import Row
from firststep.facts.contact import Contact
from firststep.facts.file_rows import Reading
from firststep.facts.said import to_say
from firststep.steps.people.spelling.cells import profile_slug

REQUIRED = ("From", "To", "Sent At", "Direction")


def read(source: Source, into: Reading) -> None:
    """Reads the invitations; whoever sends an outgoing one is the seeker."""
    listed = source.listed(
        *REQUIRED, otherwise=to_say("This is not a list of LinkedIn invitations.")
    )
    for row in listed.rows(into):
        ways = {"OUTGOING": _OUT, "INCOMING": _IN}
        if way := ways.get(row.cell("Direction").upper()):
            _keep(row, way, into)
        else:
            problem = to_say("This is neither OUTGOING nor INCOMING.")
            into.note(row.line, "Direction", row.cell("Direction"), problem)


class _Way(NamedTuple):
    """In which columns the seeker and the other stand."""

    own_url: str
    name: str
    url: str
    counted: str
    inbound: bool


_OUT = _Way("inviterProfileUrl", "To", "inviteeProfileUrl", "invited", False)
_IN = _Way("inviteeProfileUrl", "From", "inviterProfileUrl", "was_invited", True)


def _keep(row: Row, way: _Way, into: Reading) -> None:
    own, slug = (profile_slug(row.cell(url)) or "" for url in (way.own_url, way.url))
    if not into.me.linkedin:
        into.me = replace(into.me, linkedin=own)
    who = mentioned(row.cell(way.name))
    if not who.whole:
        into.hidden += 1
        return
    if slug:
        mention(row.line, who, into, slug=slug)
    on = month_first_day(row.cell("Sent At"))
    if on is None:
        problem = to_say("This is not a time like 1/29/26, 2:37 PM.")
        into.note(row.line, "Sent At", row.cell("Sent At"), problem)
        return
    into.contacts.add(Contact("invitation", on, way.inbound, who.whole, slug))
    into.count(way.counted)


FORMAT = Format(
    "linkedin_invitations", to_say("LinkedIn's Invitations.csv"), with_columns(*REQUIRED), read
)
