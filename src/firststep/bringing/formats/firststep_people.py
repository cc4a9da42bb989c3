"""The people of an export of our own (people.csv), read back as any list of people is."""

from firststep.bringing.formats.address_cards import AddressCard, keep
from firststep.bringing.formats.formats import Format, Source, with_columns
from firststep.bringing.formats.formula_cells import as_meant
from firststep.bringing.formats.tables import Row
from firststep.facts.file_rows import PersonRow, Reading
from firststep.facts.said import to_say
from firststep.steps.people.spelling.cells import connected_day
from firststep.steps.people.spelling.extensions import numbers_in

COLUMNS = (
    "Name", "Given name", "Family name", "Company", "Title", "E-mails", "Phones", "LinkedIn",
    "Known since", "Birthday", "Place", "Tie", "How you know each other", "Do not contact since",
    "Do not contact because", "Keep in touch", "Note", "In your campaign since", "Source",
)  # fmt: skip
REQUIRED = ("Name", "Given name", "Family name", "E-mails", "Phones", "In your campaign since")
BREAK = " ⏎ "  # stands for a line break in a note of many lines
MOST_BREAKS = 12


def read(source: Source, into: Reading) -> None:
    """Reads the people: names, ways to reach them, their post, birthday and note.

    Ties, do-not-contact and what was recorded are read from `firststep.json` only.
    """
    listed = source.listed(*REQUIRED, otherwise=to_say("This is not the people.csv of an export."))
    for row in listed.rows(into):
        _keep(row, into)


def _keep(row: Row, into: Reading) -> None:
    def cell(column: str) -> str:
        return as_meant(row.written(column)).strip()

    before = len(into.people)
    card = AddressCard(
        row.line,
        given=cell("Given name"),
        family=cell("Family name"),
        whole=cell("Name"),
        emails=[cell("E-mails")],
        phones=numbers_in(cell("Phones")),
        company=cell("Company"),
        title=cell("Title"),
        urls=[cell("LinkedIn")],
        note=cell("Note").replace(BREAK, "\n"),
        birthday=cell("Birthday"),
    )
    keep(card, into)
    if len(into.people) > before:
        since = connected_day(cell("Known since"))
        into.people.append(_as_exported(into.people.pop(), card)._replace(connected_on=since))


def _as_exported(person: PersonRow, card: AddressCard) -> PersonRow:
    """The names as they stand: they were taken apart when they first came in."""
    if card.given or card.family:
        person = person._replace(given=card.given, family=card.family)
    return person._replace(name=card.whole or person.name)


FORMAT = Format(
    "firststep_people", to_say("people.csv of a Firststep export"), with_columns(*REQUIRED), read
)
