"""What the rules look for in a German letter. Pure."""

import re

from firststep.facts.said import to_say
from firststep.facts.text import table_beside
from firststep.steps.outreach.review.patterns.patterns import Patterns
from firststep.steps.outreach.review.patterns.spelling import other_german
from firststep.steps.outreach.review.reading import german_grade

_ASKS = (
    (to_say("to talk", sense="you ask"), r"sprechen|telefonier|anrufen|treffen|minuten|kaffee"),
    (
        to_say("for a name", sense="you ask"),
        r"sagen, wer\b|wissen sie[^?]*, wer\b|weißt du[^?]*, wer\b|wer (?:leitet|ist)\b",
    ),
    (
        to_say("for an introduction", sense="you ask"),
        r"vorstell|bekannt (?:zu )?machen|in kontakt bringen",
    ),
    (
        to_say("to be put forward", sense="you ask"),
        r"empfehl|wort für mich|namen weiter|vorzuschlagen",
    ),
)
_IN_WORDS = {"zehn": 10, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "sechzig": 60}
_TIME = re.compile(
    r"(?i)\b(?:mon|diens|donners|frei|sams|sonn)tag\b|\bmittwoch\b|\b\d{1,2}[:.]\d\d\b"
    r"|\b\d{1,2} uhr\b|\bmorgen\b|\bheute\b|\b\d{4}-\d\d-\d\d\b"
    r"|\b\d{1,2}\. ?(?:jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)"
)
_SENDER = re.compile(
    r"\b([A-ZÄÖÜ][\w’-]+(?: [A-ZÄÖÜ][\w’-]+){0,2})"
    r" (?:hat mir (?:Ihren|deinen) Namen|hat mir auch von"
    r"|hat mir von (?:Ihnen|dir)|hat mich an (?:Sie|dich)|hat mich (?:ebenfalls )?auf (?:Sie|dich)"
    r"|hat uns|war so freundlich|meinte, ich|hat mir vorgeschlagen|hat (?:Sie|dich) empfohlen)"
)


def _tables() -> dict[str, str]:
    """The patterns of `patterns.de.txt`, by their names."""
    found: dict[str, list[str]] = {"": []}
    name = ""
    for line in filter(None, table_beside(__file__, "patterns.de")):
        if line.startswith("[") and line.endswith("]"):
            name = line[1:-1]
        found.setdefault(name, []).append(line)
    return {name: "|".join(lines[1:]) for name, lines in found.items()}


_FOUND = _tables()
_WORN = "|".join(filter(None, table_beside(__file__, "worn.de")))

GERMAN_PATTERNS = Patterns(
    asks=_ASKS,
    grade=german_grade,
    names_by_capitals=False,  # every noun has one
    shared=_FOUND["shared"],
    minutes=re.compile(rf"(?i)\b(\d{{1,3}}|{'|'.join(_IN_WORDS)})[\s-]?min"),
    in_words=_IN_WORDS,
    too_long=r"eine (?:ganze )?stunde|stunden\b",
    one_fact=_FOUND["one_fact"],
    way_out=_FOUND["way_out"],
    thanks=r"dank",
    work=_FOUND["work"],
    gush=_FOUND["gush"],
    stale=_FOUND["stale"],
    returned=_FOUND["returned"],
    time=_TIME,
    either=re.compile(r"(?i)\boder\b|,|;"),
    sender=_SENDER,
    friend=_FOUND["friend"],
    past=_FOUND["past"],
    worn=_WORN,
    for_help=_FOUND["for_help"],
    help_to_come=r"dank\w*\b[^.?!\n]{0,20}? für (?:deine|ihre) (?:freundliche )?hilfe\b",
    earlier_note=_FOUND["earlier_note"],
    offered=_FOUND["offered"],
    met_at=r"bei {company}\b[^.?!\n]*?(?:kennengelernt|kennenzulernen|getroffen|begegnet)",
    begs=_FOUND["begs"],
    reproaches=_FOUND["reproaches"],
    spelt_elsewhere=other_german,
)
