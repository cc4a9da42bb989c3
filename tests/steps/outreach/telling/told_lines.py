"""A corpus of plain lines with what they tell, and how a reading compares with it.

`lines/cast.json` says who is known, and by which conventions the lines are labelled; each line of
`lines/open.jsonl` has its reading, others that are as right (`also`), and whether a careful reader
may ask (`may_ask`). A further part is kept back from whoever builds the reader; it is scored alike.
"""

import json
import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

from firststep.steps.outreach.telling.happening import LineHappening, LineRead, NamedInLine
from firststep.steps.outreach.telling.reading import read_line
from firststep.steps.outreach.telling.scene import CompanyKnown, Scene, SomebodyKnown

LINES = Path(__file__).with_name("lines")
TODAY = date(2026, 12, 4)
Label = dict[str, Any]


def corpus(name: str, every: int = 1) -> list[Label]:
    """The labelled lines of a file, or each so-manieth of them."""
    text = (LINES / f"{name}.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()][::every]


def scene_of(cast: dict[str, Any], country: str) -> Scene:
    """The people and companies of a cast."""
    names = {one["company"]: True for one in cast["targets"]}
    for one in cast["people"]:
        names.setdefault(one["company"] or "", False)
    return Scene(
        today=TODAY,
        country=country,
        people=tuple(_somebody(key, one) for key, one in enumerate(cast["people"], start=1)),
        companies=tuple(
            CompanyKnown(id=key, name=name, is_target=is_target)
            for key, (name, is_target) in enumerate(names.items(), start=1)
            if name
        ),
    )


def _somebody(key: int, one: dict[str, Any]) -> SomebodyKnown:
    agreed = re.search(r"on (\d{4}-\d\d-\d\d \d\d:\d\d)", one["last_step"] or "")
    is_live = one["thread"] == "open"
    return SomebodyKnown(
        id=key,
        name=one["name"],
        company=one["company"] or "",
        title=one["title"] or "",
        is_live=is_live,
        approach_id=key if is_live else None,
        has_agreed=agreed is not None,
        talk_at=datetime.fromisoformat(agreed[1]) if agreed else None,
    )


def the_cast() -> dict[str, Any]:
    return json.loads((LINES / "cast.json").read_text("utf-8"))  # type: ignore[no-any-return]


def scored(labels: list[Label]) -> tuple[Counter[str], list[str]]:
    """How many lines were read right, asked about where one may, asked about otherwise, or booked
    wrongly; and the lines of the last two with what was read."""
    cast = the_cast()
    scenes = {"en": scene_of(cast, "US"), "de": scene_of(cast, "DE")}
    counts: Counter[str] = Counter()
    missed = []
    for label in labels:
        read = read_line(label["line"], scenes[label["lang"]])
        result = verdict(read, label)
        counts[result] += 1
        if result in ("wrong", "asked"):
            missed.append(f"{result}: {label['line']} -> {shown(read)} {read.question}")
    return counts, missed


def verdict(read: LineRead, label: Label) -> str:
    if read.is_sure:
        wanted = [label["understood"], *label.get("also", [])] if label["understood"] else []
        return "right" if any(_same(shown(read), one) for one in wanted) else "wrong"
    return "may ask" if label["may_ask"] or not label["understood"] else "asked"


def shown(read: LineRead) -> list[Label]:
    """A reading as the labels write it; a row for each person named."""
    return [_row(one, to) for one in read.happenings for to in one.to or (None,)]


def _row(one: LineHappening, to: NamedInLine | None) -> Label:
    row = {
        "do": one.do,
        "who": one.who.name if one.who and one.do != "stage" else None,
        "answer": one.answer,
        "outcome": one.outcome,
        "on": None if one.do == "meeting" else one.on and str(one.on),
        "until": one.until and str(one.until),
        "at": one.at and f"{one.at:%Y-%m-%d %H:%M}",
        "channel": one.channel,
        "company": one.company,
        "to": to and to.name,
        "note": one.note if one.do == "address" else None,
    }
    return _by_convention({key: value for key, value in row.items() if value})


def _by_convention(row: Label) -> Label:
    """A call that ended with an answer is that answer, one that ended with a talk that talk."""
    if row["do"] == "call" and row.get("outcome") in ("yes", "no", "later"):
        return {**row, "do": "reply", "answer": row["outcome"], "outcome": None}
    if row["do"] == "call" and row.get("outcome") == "talked":
        return {**row, "do": "talked", "outcome": None}
    return row


def _same(rows: list[Label], wanted: list[Label]) -> bool:
    rest = [_by_convention(one) for one in wanted]
    for row in rows:
        hit = next((one for one in rest if _is(row, one)), None)
        if hit is None:
            return False
        rest.remove(hit)
    return not rest


def _is(row: Label, wanted: Label) -> bool:
    if wanted.get("to", {}).get("name") not in (None, row.get("to")):
        return False
    if wanted.get("channel") and row.get("channel") not in (None, wanted["channel"]):
        return False
    keys = ["do", "who", "answer", "outcome", "until", "at"]
    keys += ["on"] if wanted["do"] != "meeting" else []
    keys += ["company"] if wanted["do"] in ("stage", "seat") else []
    keys += ["note"] if wanted["do"] == "address" else []
    today = str(TODAY)
    return all((row.get(key) or today) == (wanted.get(key) or today) for key in keys)
