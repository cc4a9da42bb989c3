"""Two spellings of one name fold alike, and two names never do."""

import pytest

from firststep.facts.text import fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("  José  NÚÑEZ ", "jose nunez"),
        ("Straße", "strasse"),
        ("Søren Ågård", "soren agard"),
        ("Łukasz", "lukasz"),
        ("Ann\tLee\n", "ann lee"),
        ("サンプル", "サンプル"),  # the voiced mark makes another letter, it is no accent
        ("李 明", "李 明"),
        ("", ""),
    ],
)
def test_case_accents_and_spare_spaces_fold_away(typed: str, folded: str) -> None:
    assert fold(typed) == folded
    assert fold(folded) == folded
