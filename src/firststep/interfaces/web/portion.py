"""A long list on a page: fifty at a time, and the way on."""

from collections.abc import Sequence
from typing import Any

from django.utils.http import urlencode

from firststep.facts.text import whole_number
from firststep.interfaces.web.visit import Visit

A_PORTION = 50


def portion(
    visit: Visit, rows: Sequence[Any], *, at_once: int = A_PORTION, **asked: str
) -> dict[str, Any]:
    """The `rows` that were asked for (`?from=50`), and where the next and the first stand; `asked`
    is what else the page was asked. A number past the end begins anew."""
    begin = whole_number(visit.asked("from"), digits=9) or 0
    begin = begin if begin < len(rows) else 0
    end = begin + at_once
    kept = {name: value for name, value in asked.items() if value}
    return {
        "rows": rows[begin:end],
        "further": urlencode({**kept, "from": str(end)}) if end < len(rows) else "",
        "first": f"?{urlencode(kept)}" if begin else "",
    }
