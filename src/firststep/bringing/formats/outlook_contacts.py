"""Outlook's contacts as CSV: its three layouts, English and German headers (FORMATS section 4)."""

from collections.abc import Mapping, Sequence

from firststep.bringing.formats.address_cards import AddressCard, keep
from firststep.bringing.formats.formats import Format, Source, with_columns
from firststep.bringing.formats.tables import column_key, records
from firststep.facts.file_rows import Reading

_ENGLISH = {
    "given": "First Name", "middle": "Middle Name", "family": "Last Name", "company": "Company",
    "title": "Job Title", "note": "Notes", "birthday": "Birthday", "private": "Private",
    "url": "Web Page", "home_url": "Personal Web Page", "email": "E-mail Address",
    "email2": "E-mail 2 Address", "email3": "E-mail 3 Address", "type": "E-mail Type",
    "type2": "E-mail 2 Type", "type3": "E-mail 3 Type", "phone1": "Mobile Phone",
    "phone2": "Business Phone", "phone3": "Home Phone", "phone4": "Primary Phone",
    "phone5": "Business Phone 2", "phone6": "Home Phone 2", "phone7": "Other Phone",
    "phone8": "Car Phone", "phone9": "Company Main Phone",
}  # fmt: skip
_GERMAN = {
    "given": "Vorname", "middle": "Weitere Vornamen", "family": "Nachname", "company": "Firma",
    "title": "Position", "note": "Notizen", "birthday": "Geburtstag", "private": "Privat",
    "url": "Webseite", "email": "E-Mail-Adresse", "email2": "E-Mail 2: Adresse",
    "email3": "E-Mail 3: Adresse", "type": "E-Mail-Typ", "type2": "E-Mail 2: Typ",
    "type3": "E-Mail 3: Typ", "phone1": "Mobiltelefon", "phone2": "Telefon geschäftlich",
    "phone3": "Telefon (privat)", "phone4": "Haupttelefon", "phone5": "Telefon geschäftlich 2",
    "phone6": "Telefon (privat 2)", "phone7": "Weiteres Telefon", "phone8": "Autotelefon",
    "phone9": "Telefon Firma", "phone10": "Mobiltelefon 2",
}  # fmt: skip
LANGUAGES: tuple[Mapping[str, str], ...] = (_ENGLISH, _GERMAN)
_YES = frozenset({"true", "wahr", "1"})


def _language(source: Source) -> Mapping[str, str] | None:
    """How the columns are called, in a language known here."""
    return next((names for names in LANGUAGES if with_columns(*_needed(names))(source)), None)


def _needed(names: Mapping[str, str]) -> list[str]:
    return [names[field] for field in ("given", "family", "email", "company")]


def recognises(source: Source) -> bool:
    """Names, address and company as Outlook calls them."""
    return _language(source) is not None


def read(source: Source, into: Reading) -> None:
    """Reads the entries of any layout."""
    names = _language(source) or _ENGLISH
    otherwise = "This is not a CSV file of Outlook's contacts."
    listed = source.listed(*_needed(names), otherwise=otherwise)
    # Outlook on the web and Outlook on the desk are two address books, known by this column.
    is_desktop = listed.header.index(names["type"]) is not None
    into.source = "outlook_desktop" if is_desktop else "outlook_com"
    keys = {column_key(column): place for place, column in enumerate(listed.header.columns)}
    places = {field: keys.get(column_key(name)) for field, name in names.items()}
    for line, row in records(listed.table, listed.header, into):
        card = _card(line, row, places, into)
        if card is not None:
            keep(card, into)


def _card(
    line: int, row: Sequence[str], places: Mapping[str, int | None], into: Reading
) -> AddressCard | None:
    def cell(field: str) -> str:
        place = places.get(field)
        return "" if place is None else row[place].strip()

    if cell("private").lower() in _YES:
        into.skipped += 1
        into.note(line, "Private", "", "This entry is marked private, so it is left out.")
        return None
    emails = [_address(cell(f"email{n}"), cell(f"type{n}")) for n in ("", "2", "3")]
    return AddressCard(
        line,
        given=f"{cell('given')} {cell('middle')}".strip(),
        family=cell("family"),
        emails=[email for email in emails if email],
        phones=[number for n in range(1, 11) if (number := cell(f"phone{n}"))],
        company=cell("company"),
        title=cell("title"),
        urls=[cell("url"), cell("home_url")],
        note=cell("note"),
        birthday=cell("birthday"),
    )


def _address(text: str, kind: str) -> str:
    """An Exchange name ("/O=…", type EX) is no address anybody can write to."""
    return "" if kind.upper() == "EX" or text.lower().startswith("/o=") else text


FORMAT = Format("outlook_contacts", "Outlook's contacts (CSV)", recognises, read)
