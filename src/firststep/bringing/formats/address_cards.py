"""One entry of an address book, however it was kept: a person, a company, or nobody."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from firststep.facts.file_rows import NAMELESS, Employer, PersonRow, Reading
from firststep.facts.said import say, to_say
from firststep.steps.people.spelling.cells import addresses, profile_slug, without_marks
from firststep.steps.people.spelling.extensions import number_apart, number_told
from firststep.steps.people.spelling.odd_addresses import NOT_REACHED, why_odd
from firststep.steps.people.spelling.person_names import apart, whole_apart, with_generation

_LONGEST_NAME = 150
_LONGEST = 300
LONGEST_NOTE = 2_000
MOST_WAYS = 20  # addresses or numbers of one person
_NO_DAY = frozenset({"0/0/00", "0.0.00", "00.00.00", "0-0-0"})
_DAY = re.compile(r"(?:(\d{4})|-)-?(\d{2})-?(\d{2})(?:T.*)?")
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_RUNS = re.compile(r"\s*(?:javascript|vbscript|data|file):", re.IGNORECASE)
_NO_YEAR = "1604"  # Apple's way to leave a year out


@dataclass(slots=True)
class AddressCard:
    """What an entry says, as written. `names` is column -> text, for words about them."""

    line: int
    given: str = ""
    family: str = ""
    whole: str = ""  # the whole name, where given and family are not apart
    suffix: str = ""  # behind the name: "Jr.", "PhD"
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    company: str = ""
    title: str = ""
    urls: list[str] = field(default_factory=list)
    note: str = ""
    labels: list[str] = field(default_factory=list)
    birthday: str = ""
    is_company: bool = False


def keep(card: AddressCard, into: Reading) -> None:
    """Puts the entry where it belongs; nobody is counted as skipped."""
    given, family = _names(card)
    company = short_words(card.line, "company", card.company, into)
    if card.is_company:
        whole = card.whole or card.given or card.family
        _keep_company(card, company or short_words(card.line, "name", whole, into), into)
    elif not given and not family:
        if card.emails:
            into.leave_out(card.line, "name", card.emails[0], NAMELESS)
        _keep_company(card, company if not card.emails else "", into)
    elif not is_too_long(card.line, "name", given, family, into):
        into.people.append(_person(card, given, family, company, into))


def is_too_long(line: int, column: str, given: str, family: str, into: Reading) -> bool:
    """Whether a name is no name; then the row is complained of."""
    if max(len(given), len(family)) <= _LONGEST_NAME:
        return False
    into.complain(line, column, f"{given} {family}", to_say("The name is too long. Shorten it."))
    return True


def _names(card: AddressCard) -> tuple[str, str]:
    if card.given.strip() or card.family.strip():
        return apart(card.given.strip(), card.family.strip())
    whole = " ".join(card.whole.split())
    if not any(c.isalpha() for c in whole) or "@" in whole:
        return "", ""
    return whole_apart(whole)


def _keep_company(card: AddressCard, name: str, into: Reading) -> None:
    if name:
        into.employers.append(Employer(card.line, name))
    else:
        into.skipped += 1


def _person(card: AddressCard, given: str, family: str, company: str, into: Reading) -> PersonRow:
    title = title_beside(card.line, "title", card.title, company, into)
    for url in filter(_RUNS.match, card.urls):
        into.note(card.line, "link", url, to_say("A link that runs something is not kept."))
    return PersonRow(
        card.line,
        given,
        family,
        with_generation(
            in_order(given, family), card.given, card.family or card.whole, card.suffix
        ),
        next(filter(None, map(profile_slug, card.urls)), ""),
        _capped(card, "e-mail", kept_addresses(card.line, "e-mail", card.emails, into), into),
        _phones(card, into),
        company,
        title,
        None,
        _note(card),
        _birthday(card, into),
    )


def in_order(given: str, family: str) -> str:
    """The whole name; the family comes first where both are written in Chinese or Japanese."""
    if given and family and _EASTERN.fullmatch(given + family):
        return f"{family} {given}"
    return f"{given} {family}".strip()


def short_words(line: int, column: str, text: str, into: Reading) -> str:
    """The words of a cell; none where they are too many."""
    text = " ".join(without_marks(text).split())
    if len(text) <= _LONGEST:
        return text
    into.note(line, column, text, to_say("This is longer than 300 characters, so it is left out."))
    return ""


def title_beside(line: int, column: str, text: str, company: str, into: Reading) -> str:
    """A title, where a company stands beside it."""
    title = short_words(line, column, text, into)
    if title and not company:
        into.note(line, column, title, to_say("No company stands beside it, so it is left out."))
    return title if company else ""


def kept_addresses(line: int, column: str, texts: Iterable[str], into: Reading) -> tuple[str, ...]:
    """The e-mail addresses of some cells, each once; what is none is noted."""
    kept: dict[str, str] = {}
    for text in texts:
        good, bad = addresses(text)
        for one in good:
            kept.setdefault(one.lower(), one)
        for one in bad:
            into.note(line, column, one, why_odd(one) or NOT_REACHED)
    return tuple(kept.values())


def _phones(card: AddressCard, into: Reading) -> tuple[str, ...]:
    kept: list[str] = []
    for text in filter(None, map(number_told, card.phones)):
        if not 3 <= sum(c.isdecimal() for c in text) <= 24 or len(text) > 50:
            into.note(
                card.line, "phone", text, to_say("This is not a phone number, so it is left out.")
            )
            continue
        alike = next((i for i, other in enumerate(kept) if same_number(other, text)), None)
        if alike is None:
            kept.append(text)
        elif text.startswith("+"):
            kept[alike] = text
        if len(kept) > MOST_WAYS:
            break
    return _capped(card, "phone", tuple(kept), into)


def same_number(one: str, other: str) -> bool:
    """Whether two spellings are one number: "+46 70 174 06 05" and "070-174 06 05"."""
    (first, its), (second, the_others) = number_apart(one), number_apart(other)
    a, b = (re.sub(r"\D", "", n.replace("(0)", "")).lstrip("0") for n in (first, second))
    short, long = sorted((a, b), key=len)
    alike = len(short) >= 7 and len(long) - len(short) <= 3 and long.endswith(short)
    return its == the_others and (a == b or alike)


def _capped(
    card: AddressCard, column: str, values: tuple[str, ...], into: Reading
) -> tuple[str, ...]:
    if len(values) > MOST_WAYS:
        into.note(
            card.line,
            column,
            values[MOST_WAYS],
            say("Only the first {n} of them are kept.", n=MOST_WAYS),
        )
    return values[:MOST_WAYS]


def _note(card: AddressCard) -> str:
    labels = f"Labels: {', '.join(card.labels)}" if card.labels else ""
    text = "\n".join(filter(None, (card.note.replace("\r\n", "\n").strip(), labels)))
    return "".join(c for c in text if c.isprintable() or c == "\n")[:LONGEST_NOTE]


def _birthday(card: AddressCard, into: Reading) -> str:
    text = card.birthday.strip()
    if not text or text in _NO_DAY or len(text) < 3:  # a day in a column of its own
        return ""
    found = _DAY.fullmatch(text)
    year, month, day = found.groups() if found else ("", "", "")
    try:
        date(int(year or 2000), int(month), int(day))
    except ValueError:
        into.note(
            card.line,
            "birthday",
            text,
            to_say("This is not a day like 1990-02-14; it is left out."),
        )
        return ""
    return f"--{month}-{day}" if year in (None, _NO_YEAR) else f"{year}-{month}-{day}"


def own_labels(parts: Iterable[str]) -> list[str]:
    """The labels a person made: Google's own begin with "* "."""
    names = (part.strip(' "') for part in parts)
    return [name for name in names if name and not name.startswith("*")]
