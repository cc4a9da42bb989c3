"""The samples are what the generator makes, byte for byte, and nobody in them is real."""

import csv
import importlib
import io
import re
import sys
import zipfile
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    sys.path.insert(0, str(SAMPLES))
    try:
        return importlib.import_module("make").made()
    finally:
        sys.path.remove(str(SAMPLES))


@pytest.fixture(scope="module")
def connections() -> list[dict[str, str]]:
    archive = next((SAMPLES / "demo").glob("*.zip"))
    text = zipfile.ZipFile(archive).read("Connections.csv").decode()
    lines = text.split("\n", 3)
    assert lines[0] == "Notes:"
    return list(csv.DictReader(io.StringIO(lines[3])))


@pytest.fixture(scope="module")
def targets() -> list[dict[str, str]]:
    return list(csv.DictReader((SAMPLES / "demo" / "targets.csv").open()))


def test_the_committed_samples_are_what_the_generator_makes(made: dict[str, bytes]) -> None:
    differing = [name for name, content in made.items() if (SAMPLES / name).read_bytes() != content]

    assert not differing, "run: python samples/make.py"


def test_a_different_seed_makes_a_different_archive(made: dict[str, bytes]) -> None:
    make = sys.modules["make"]

    other = make.as_zip(make.archive(make.Dice(1)))

    assert other not in made.values()


def test_the_export_has_the_size_and_the_gaps_of_a_real_one(
    connections: list[dict[str, str]],
) -> None:
    named = [row for row in connections if row["First Name"]]

    assert len(named) == 1100
    assert len(connections) - len(named) == 23  # hidden members
    assert sum(bool(row["Email Address"]) for row in named) < 0.1 * len(named)
    assert any(not row["First Name"].isascii() for row in named)


def test_one_employer_is_written_in_three_ways(connections: list[dict[str, str]]) -> None:
    written = {row["Company"] for row in connections}

    assert {"Google", "Google LLC", "Google (via acquisition)"} <= written
    assert {"Meridian", "Meridian Bank"} <= written  # two companies, one name begins the other


def test_the_forty_targets_have_domains_and_somebody_known_at_sixteen_at_least(
    connections: list[dict[str, str]], targets: list[dict[str, str]]
) -> None:
    employers = [row["Company"] for row in connections]
    known = [t for t in targets if any(e.startswith(t["company"]) for e in employers)]

    assert len(targets) == 40
    assert len(known) >= 16
    assert len(known) < len(targets)  # at some, nobody yet
    assert all(t["domain"].endswith(".example") and t["motivation"] in "12345" for t in targets)


def test_every_address_in_the_samples_is_invented() -> None:
    addresses = set()
    for file in SAMPLES.rglob("*.*"):
        if file.suffix in (".csv", ".txt", ".zip"):
            text = file.read_bytes().decode(errors="ignore")
            addresses |= set(re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]+\w", text))

    assert addresses
    kept_for_samples = (".example", "@example.com", "@example.org", "@example.net")
    assert [a for a in addresses if not a.lower().endswith(kept_for_samples)] == []
