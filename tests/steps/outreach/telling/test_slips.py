"""Words typed with one slip are put right; a real word that is like one stays as it is."""

import subprocess
import sys
from pathlib import Path

import pytest

from firststep.steps.outreach.telling.slips import NO_SLIPS, slip_of

ROOT = Path(__file__).resolve().parents[4]


@pytest.mark.parametrize(("typed", "meant"), [("calld", "called"), ("agian", "again")])
def test_a_slip_is_of_the_one_word_that_is_meant(typed: str, meant: str) -> None:
    assert slip_of(typed) == meant and typed not in NO_SLIPS


@pytest.mark.parametrize("word", ["called", "again", "zebra", ""])
def test_a_word_of_a_way_of_saying_and_one_like_none_are_no_slip(word: str) -> None:
    assert slip_of(word) == ""


def test_the_table_is_made_anew_with_the_real_words_of_a_text(tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT / "bin"))
    import slips_table  # type: ignore[import-not-found]  # a script of bin

    told = [*slips_table.words_of("The Galley was calld, zebra 12 agian.")]
    assert {*slips_table.would_be_mended(told)} >= {"agian"} and "zebra" in told
    assert "zebra" not in slips_table.would_be_mended(told)
    text = tmp_path / "words.txt"
    text.write_text("agian zebra", "utf-8")
    slips_table.TABLE = tmp_path / "no_slips.txt"
    assert slips_table.main([str(text)]) == 0
    made = slips_table.TABLE.read_text("utf-8").splitlines()
    words = [word for line in made[1:] for word in line.split()]
    assert made[0].startswith("# Real words") and words == sorted({*words})
    assert "agian" in words and "zebra" not in words
    assert {*words} - {"agian"} <= NO_SLIPS


def test_the_script_is_there_to_be_run() -> None:
    script = ROOT / "bin" / "slips"
    assert script.stat().st_mode & 0o100
    assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0
