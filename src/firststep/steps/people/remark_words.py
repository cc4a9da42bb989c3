"""Where a remark stands and what it says, in one form for every door. Pure."""

from collections.abc import Mapping
from typing import Any

FIELDS = {
    "nothing": "leave it out", "name": "the whole name", "given": "the first name",
    "family": "the last name", "email": "an address", "phone": "a number",
    "company": "the company", "title": "the title", "linkedin": "the LinkedIn profile",
    "note": "a note",
}  # fmt: skip
TALLIES = {
    "sent": ("message you sent", "messages you sent"),
    "received": ("message you got", "messages you got"),
    "invited": ("invitation you sent", "invitations you sent"),
    "was_invited": ("invitation you got", "invitations you got"),
    "meetings": ("meeting", "meetings"),
    "to_come": ("meeting still to come", "meetings still to come"),
    "tentative": ("meeting not yet agreed to", "meetings not yet agreed to"),
    "cancelled": ("meeting called off", "meetings called off"),
    "replies": ("reply", "replies"),
    "threads": ("thread", "threads"),
    "automatic": ("automatic mail, left out", "automatic mails, left out"),
    "drafts": ("draft, left out", "drafts, left out"),
    "bounces": ("mail that came back", "mails that came back"),
}
_ENCODINGS = {"cp1252": "Windows-1252", "mixed": "UTF-8 and in places Windows-1252"}


def encoding_told(encoding: str, sample: str) -> str:
    """How the letters were read, with a line to see whether that is right; "" for plain UTF-8."""
    if not encoding:
        return ""
    name = _ENCODINGS.get(encoding, "UTF-16")
    line = (
        f', such as this line: "{sample}". If it looks wrong' if sample else ". If they look wrong"
    )
    return f"Its letters were read as {name}{line}, save the file as UTF-8 and import that."


def tally_told(tally: Mapping[str, int]) -> str:
    """`12 messages you sent; 1 meeting`; "" where nothing was seen but people."""
    parts = (
        f"{n:,} {TALLIES[kind][n != 1] if kind in TALLIES else kind.replace('_', ' ')}"
        for kind, n in tally.items()
        if n
    )
    return "; ".join(parts)


def mapping_told(mapping: Mapping[str, str]) -> str:
    """Which column was taken for what; "" where the format tells."""
    taken = [f'"{column}" as {FIELDS[f]}' for column, f in mapping.items() if f != "nothing"]
    rest = [f'"{column}"' for column, field in mapping.items() if field == "nothing"]
    left = f" Left out: {', '.join(rest)}." if rest else ""
    return f"Read {', '.join(taken)}.{left}" if taken else ""


def place_of(one: Mapping[str, Any], *, file: str = "") -> str:
    """`Basic.zip: Connections.csv, line 4, Connected On`; `file` is "" where it is plain."""
    name = ": ".join(filter(None, (file, one.get("inside", ""))))
    line = f"line {one['row']}" if one.get("row") else ""
    column = str(one.get("column") or "")
    return ", ".join(filter(None, (name, line, column)))


def remark_told(one: Mapping[str, Any], *, file: str = "") -> str:
    """The place, the value in quotes, and the problem with its way out."""
    value = f', "{one["value"]}"' if one.get("value") else ""
    place = f"{place_of(one, file=file)}{value}".removeprefix(", ")
    if place.startswith("line "):
        place = place[0].upper() + place[1:]
    return f"{place}: {one['problem']}" if place else str(one["problem"])
