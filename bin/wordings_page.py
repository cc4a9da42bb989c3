"""The tables of the page of wordings: what one may be for, and its fields. The rest is by hand."""

from collections.abc import Iterable
from pathlib import Path

from firststep.steps.outreach.wordings.fields import CONDITION_WORDS, FIELD_WORDS
from firststep.steps.outreach.wordings.own import conditions

PAGE = Path(__file__).resolve().parent.parent / "docs" / "wordings.md"
MADE = "The tables from here on are made by `bin/docs`.\n"


def page() -> str:
    by_hand, mark, _ = PAGE.read_text(encoding="utf-8").partition(MADE)
    said = conditions()
    heads = ((f"`{key}:`", CONDITION_WORDS[key], _codes(said[key])) for key in said)
    fields = ((f"`{{{key}}}`", words) for key, words in FIELD_WORDS.items())
    return (
        f"{by_hand}{mark}\n{_table(('line', 'says', 'may be'), heads)}"
        f"\n## Fields\n{_table(('field', 'says'), fields)}"
    )


def _codes(values: Iterable[str]) -> str:
    return ", ".join(f"`{one}`" for one in values)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
