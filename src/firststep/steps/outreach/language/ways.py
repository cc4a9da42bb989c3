"""Addresses and numbers in running text, and the names addresses are made of. Pure."""

import re

from firststep.facts.text import fold

EMAIL = re.compile(r"[\w.!#$%&'*+=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w/.-])(?:\+\d{1,3}[\s./-]?|\(0?\d{2,5}\)[\s/-]?|0)?\d[\d\s()./-]{5,18}\d\b"
)
_DATE = re.compile(r"\b\d{4}-\d\d?-\d\d?\b|\b\d\d?[./]\d\d?[./](?:\d{4})?")
_NOBODYS = frozenset(
    {"info", "jobs", "job", "hr", "personal", "careers", "career", "bewerbung", "bewerbungen",
     "karriere", "recruiting", "recruitment", "office", "kontakt", "contact", "sales", "hello",
     "mail", "team", "support", "post", "admin", "purchasing", "einkauf", "marketing", "service",
     "enquiries", "talent", "people", "zentrale", "reception", "noreply"}
)  # fmt: skip
_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def number_in(text: str) -> str:
    """The first number to ring in a text; "" for none."""
    for found in _PHONE.finditer(text):
        if 7 <= sum(map(str.isdecimal, found[0])) <= 15:
            return " ".join(found[0].split())
    return ""


def number_given(text: str) -> str:
    """The same in words that may name a day as well: "ring me on 2026-11-12"; "" for none."""
    return number_in(_DATE.sub(" ", text))


def address_in(text: str) -> str:
    """The first e-mail address in a text; "" for none."""
    found = EMAIL.search(text)
    return found[0].strip(".") if found else ""


def is_like(name: str, local: str) -> bool:
    """Whether an address before its @ is made of the name: "jens.oberst", "joberst"."""
    parts = {fold(part) for part in re.split(r"[\s.'’-]+", name) if len(part) > 1}
    spelled = parts | {fold(part) for part in re.split(r"[\s.'’-]+", name.translate(_SPELLED))}
    family = fold(name.split()[-1].translate(_SPELLED))
    told = set(re.split(r"[._+-]+", fold(local)))
    return bool(told & spelled) or (len(family) > 3 and family in fold(local))


def name_in_address(email: str) -> str:
    """The name an address is made of: "Sam Lee" of sam.lee@acme.example; "" of a house's."""
    parts = re.split(r"[._]+", email.split("@")[0])
    is_name = len(parts) == 2 and all(part.isalpha() and len(part) > 1 for part in parts)
    return " ".join(map(str.title, parts)) if is_name and not _NOBODYS & {*parts} else ""
