"""People whom a message, a mail or a meeting names. Pure."""

from typing import NamedTuple

from firststep.facts.file_rows import PersonRow, Reading
from firststep.steps.people.spelling.person_names import whole_apart, with_generation

_LONGEST_NAME = 150


class Mentioned(NamedTuple):
    """A name as it was shown, taken apart; all empty for nobody."""

    given: str = ""
    family: str = ""
    whole: str = ""


def mentioned(written: str) -> Mentioned:
    """ "Okafor, Inés" and "Inés Okafor" alike."""
    given, family = whole_apart(written.strip())
    return Mentioned(given, family, with_generation(f"{given} {family}".strip(), written))


def beside_address(written: str) -> Mentioned:
    """The same of what stands beside an address, which may be anything."""
    is_name = any(c.isalpha() for c in written) and len(written) <= _LONGEST_NAME
    found = mentioned(written) if is_name else Mentioned()
    return found if found.given else Mentioned()


def mention(line: int, who: Mentioned, into: Reading, *, slug: str = "", email: str = "") -> None:
    """Takes in somebody of that profile or address."""
    if who.whole:
        emails = (email,) if email else ()
        into.mention(PersonRow(line, *who, slug, emails, mention=True))
