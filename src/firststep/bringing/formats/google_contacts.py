"""Google Contacts as CSV: since 2024 and before (FORMATS section 3)."""

import re
from collections.abc import Sequence

from firststep.bringing.formats.address_cards import AddressCard, keep, own_labels
from firststep.bringing.formats.formats import Format, Source, with_columns
from firststep.bringing.formats.tables import Header, column_key, records
from firststep.facts.file_rows import Reading

NEW = ("First Name", "Last Name", "Organization Name", "Labels")
OLD = ("Name", "Given Name", "Family Name", "Group Membership")
_SPLIT = re.compile(r" ?::: ?")
_NUMBERED = re.compile(r"(e-mail|phone|website|organization)(\d+)-(value|name|title)")


_is_recent = with_columns(*NEW)


def read(source: Source, into: Reading) -> None:
    """Reads the entries of either era."""
    era = NEW if _is_recent(source) else OLD
    listed = source.listed(*era, otherwise="This is not a CSV file of Google Contacts.")
    pick = _Columns(listed.header)
    for line, row in records(listed.table, listed.header, into):
        keep(pick.card(line, row), into)


class _Columns:
    """Where each fact stands; numbered groups differ from file to file."""

    def __init__(self, header: Header) -> None:
        self.plain = {column_key(name): place for place, name in enumerate(header.columns)}
        self.groups: dict[tuple[str, str], list[int]] = {}
        for key, place in self.plain.items():
            if found := _NUMBERED.fullmatch(key):
                self.groups.setdefault((found[1], found[3]), []).append(place)

    def card(self, line: int, row: Sequence[str]) -> AddressCard:
        def cell(*names: str) -> str:
            places = (self.plain.get(column_key(name)) for name in names)
            return next((row[p].strip() for p in places if p is not None and row[p].strip()), "")

        def many(group: str, part: str = "value") -> list[str]:
            cells = [row[place] for place in self.groups.get((group, part), ())]
            return [v.strip() for text in cells for v in _SPLIT.split(text) if v.strip()]

        given = f"{cell('First Name', 'Given Name')} {cell('Middle Name', 'Additional Name')}"
        return AddressCard(
            line,
            given=given.strip(),
            family=cell("Last Name", "Family Name"),
            whole=cell("Name", "File As", "Nickname"),
            emails=many("e-mail"),
            phones=many("phone"),
            company=cell("Organization Name") or next(iter(many("organization", "name")), ""),
            title=cell("Organization Title") or next(iter(many("organization", "title")), ""),
            urls=[url.replace("\\:", ":") for url in many("website")],
            note=cell("Notes"),
            labels=own_labels(_SPLIT.split(cell("Labels", "Group Membership"))),
            birthday=cell("Birthday"),
        )


FORMAT = Format("google_contacts", "Google Contacts (CSV)", _is_recent, read)
BEFORE_2024 = Format("google_contacts_old", "Google Contacts before 2024", with_columns(*OLD), read)
