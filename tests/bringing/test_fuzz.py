"""A hundred mutated files per importer: no crash, no limit hit, nothing written by halves."""

import importlib.util
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from firststep.bringing.reader.reading_files import Reader
from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign, Company
from firststep.steps.people.models import Evidence, Import, Person
from firststep.verbs.people.import_files import import_files

BENCH = Path(__file__).resolve().parents[2] / "bench" / "fuzz.py"


def _fuzz() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_fuzz", BENCH)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_fuzz"] = module
    spec.loader.exec_module(module)
    return module


FUZZ = _fuzz()


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    one = Reader()
    yield one
    one.close()


@pytest.mark.parametrize("name", sorted(FUZZ.samples()))
def test_no_mutated_file_breaks_an_importer(name: str, reader: Reader) -> None:
    assert list(FUZZ.fuzz(name, FUZZ.samples()[name], 100, 1, reader)) == []


@pytest.mark.parametrize("name", sorted(FUZZ.samples()))
def test_a_mutated_file_is_written_whole_or_not_at_all(
    name: str, ada: Campaign, stamp: Stamp, tmp_path: Path
) -> None:
    for number in range(6):
        dice = random.Random(f"whole:{name}:{number}")
        file = tmp_path / "upload"
        sample = dice.choice(FUZZ.samples()[name])
        file.write_bytes(FUZZ.mutated(sample.read_bytes(), dice))
        only, given = FUZZ.asked_as(name, sample, number)
        before = _rows(ada)
        try:
            answer = import_files(
                ada, stamp=stamp, paths=[file], format=only, mapping=dict(given.mapping)
            )
        except CannotDo:
            assert _rows(ada) == before
        else:
            brought = 0 if answer.import_id is None else 1
            assert _rows(ada)[:2] == (before[0] + brought, before[1] + brought)


def test_every_importer_is_fuzzed_and_most_mutated_files_get_past_the_front_door(
    reader: Reader, tmp_path: Path
) -> None:
    """Files that were all refused at once would prove nothing about those who read them."""
    for name, files in FUZZ.samples().items():
        read = 0
        for number in range(40):
            dice = random.Random(f"1:{name}:{number}")
            sample = dice.choice(files)
            (tmp_path / "upload").write_bytes(FUZZ.mutated(sample.read_bytes(), dice))
            try:
                reader.read("upload", tmp_path / "upload", *FUZZ.asked_as(name, sample, number))
            except CannotDo:
                continue
            read += 1
        assert read >= 10, (name, read)


def _rows(campaign: Campaign) -> tuple[int, ...]:
    models = (Import, Entry, Person, Evidence, Company)
    return tuple(m.objects.filter(campaign=campaign).count() for m in models)
