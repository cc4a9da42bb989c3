"""LinkedIn's Invitations.csv: who invited whom to connect, and when (FORMATS section 2)."""

from collections.abc import Sequence

from firststep.bringing.formats.formats import Format, Source
from firststep.bringing.formats.linkedin_messages import named
from firststep.bringing.formats.moments import month_first_day
from firststep.bringing.formats.tables import records
from firststep.facts.contact import Contact
from firststep.facts.file_rows import CannotRead, Me, PersonRow, Reading
from firststep.steps.people.spelling.cells import profile_slug
from firststep.steps.people.spelling.person_names import with_generation

REQUIRED = ("From", "To", "Sent At", "Direction")


def recognises(source: Source) -> bool:
    """The columns of the invitations stand near the top."""
    return source.header_has(*REQUIRED)


def read(source: Source, into: Reading) -> None:
    """Reads the invitations; whoever sends an outgoing one is the seeker."""
    table = source.table
    header = table.header(REQUIRED) if table else None
    if table is None or header is None:
        raise CannotRead("This is not a list of LinkedIn invitations.")
    names = ("From", "To", "Sent At", "Direction", "inviterProfileUrl", "inviteeProfileUrl")
    places = [header.index(name) for name in names]
    for line, row in records(table, header, into):
        _keep(line, ["" if place is None else row[place] for place in places], into)


def _keep(line: int, cells: Sequence[str], into: Reading) -> None:
    sender, to, sent_at, direction, inviter, invitee = (cell.strip() for cell in cells)
    outgoing = direction.upper() == "OUTGOING"
    if not outgoing and direction.upper() != "INCOMING":
        into.note(line, "Direction", direction, "This is neither OUTGOING nor INCOMING.")
        return
    own = profile_slug(inviter if outgoing else invitee)
    if own and not into.me.linkedin:
        into.me = Me(into.me.name, into.me.emails, own)
    written = to if outgoing else sender
    given, family = named(written)
    slug = profile_slug(invitee if outgoing else inviter) or ""
    name = with_generation(f"{given} {family}".strip(), written)
    if not name:
        into.hidden += 1
        return
    on = month_first_day(sent_at)
    if on is None:
        into.note(line, "Sent At", sent_at, "This is no moment like 1/29/26, 2:37 PM.")
    else:
        into.contacts.add(Contact("invitation", on, not outgoing, name, slug))
        into.count("invited" if outgoing else "was_invited")
    if slug:
        into.mention(PersonRow(line, given, family, name, slug, mention=True))


FORMAT = Format("linkedin_invitations", "LinkedIn's Invitations.csv", recognises, read)
