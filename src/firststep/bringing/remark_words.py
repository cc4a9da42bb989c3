"""Where a remark stands and what it says, in one form for every door. Pure."""

import re

from firststep.facts.file_rows import Remark
from firststep.facts.said import say, to_say

_ENCODINGS = {
    "mixed": to_say("UTF-8 and in places Windows-1252"), "cp932": "Shift_JIS", "cp949": "EUC-KR",
    "cp950": "Big5",
}  # fmt: skip
# Columns that have no name in the file itself; what a file calls one stays as it is.
_COLUMNS = {
    "e-mail": to_say("e-mail", sense="a column"), "number": to_say("number", sense="a column"),
    "name": to_say("name", sense="a column"), "company": to_say("company", sense="a column"),
    "link": to_say("link", sense="a column"), "start": to_say("start", sense="a column"),
    "how often": to_say("how often", sense="a column"),
    "birthday": to_say("birthday", sense="a column"),
}  # fmt: skip


def encoding_told(encoding: str, sample: str) -> str:
    """How the letters were read, with a line to see whether that is right; "" for plain UTF-8."""
    if not encoding:
        return ""
    name = re.sub(r"^CP(125\d)$", r"Windows-\1", encoding.upper())
    if encoding in _ENCODINGS:
        name = say(_ENCODINGS[encoding])
    name = re.sub(r"^(UTF-16)\b.*", r"\1", re.sub(r"^ISO8859", "ISO-8859", name))
    if sample:
        return say(
            'Its letters were read as {name}, such as this line: "{sample}". If it looks wrong, '
            "save the file as UTF-8 and import that.",
            name=name,
            sample=sample,
        )
    return say(
        "Its letters were read as {name}. If they look wrong, save the file as UTF-8 and import "
        "that.",
        name=name,
    )


def place_of(one: Remark, *, file: str = "") -> str:
    """`Basic.zip: Connections.csv, line 4, Connected On`; `file` is "" where it is plain."""
    name = ": ".join(filter(None, (file, one.inside)))
    line = say("line {n}", n=one.row) if one.row else ""
    column = say(_COLUMNS[one.column], sense="a column") if one.column in _COLUMNS else one.column
    return ", ".join(filter(None, (name, line, column)))


def remark_told(one: Remark, *, file: str = "") -> str:
    """The place, the problem with its way out, and what stands there."""
    place = place_of(one, file=file)
    if one.row and not (file or one.inside):
        place = place[0].upper() + place[1:]
    value = " " + say('It says "{value}".', value=one.value) if one.value else ""
    return f"{place}: {one.problem}{value}" if place else f"{one.problem}{value}"
