"""Two spellings of one name fold alike, and two names never do."""

from pathlib import Path

import pytest

from firststep.facts.text import fold, table_beside, whole_number


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


def test_a_table_of_words_is_read_without_its_remarks(tmp_path: Path) -> None:
    (tmp_path / "colours.txt").write_text("# Remark.\nred\ngrün\n", encoding="utf-8")

    assert table_beside(str(tmp_path / "any.py"), "colours") == ["red", "grün"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("0", 0), ("17", 17), ("007", 7), ("²", None), ("１", None), ("٣", None), ("五", None),
     ("½", None), ("-1", None), ("+1", None), (" 1", None), ("1_0", None), ("", None),
     ("123456789", 123456789), ("1234567890", None)],
)  # fmt: skip
def test_a_number_from_outside_is_written_in_plain_digits(text: str, number: int | None) -> None:
    assert whole_number(text) == number
