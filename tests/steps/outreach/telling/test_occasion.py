"""On what occasion two people met, as a line tells it."""

import pytest

from firststep.steps.outreach.telling.occasion import occasion_in


@pytest.mark.parametrize(
    ("line", "occasion"),
    [
        ("Met Ria Num (Acme) at a fair", "at a fair"),
        ("Met Ria Num (Acme), at the fair, Tue", "at the fair"),
        ("Met Ria Num for coffee, intro to Sam promised", "for coffee"),
        ("Had coffee with Ria Num at the station", "for coffee at the station"),
        ("Met Ria Num for a walk", "for a walk"),
        ("Met Ria Num in the lift yesterday", "in the lift"),
        ("Met Ria Num at a meetup about Python for drinks",
         "for drinks at a meetup about Python"),
        ("Met Ria Num at a fair and she will send me the job ad", "at a fair"),
        ("Met Ria Num at the fair - nice talk", "at the fair"),
        ("Met Ria Num (Acme), will send me the job ad at the latest on Friday", ""),
        ("Met Ria Num, promised to invite me for lunch", ""),
        ("Met Ria Num at 10:30", ""),
        ("Met Ria Num", ""),
    ],
)  # fmt: skip
def test_a_line_tells_on_what_occasion_two_met_and_nothing_of_what_was_promised(
    line: str, occasion: str
) -> None:
    behind = line.partition("Ria Num")[2].removeprefix(" (Acme)")

    assert occasion_in(behind, how="coffee" * line.startswith("Had coffee")) == occasion
