"""A hundred mutated files per importer: no crash, no limit hit, nothing written by halves."""

import importlib.util
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign
from firststep.steps.people.actions.imports import import_files
from firststep.steps.people.actions.reading_files import Reader
from firststep.steps.people.models import Evidence, Import, Person

BENCH = Path(__file__).resolve().parents[3] / "bench" / "fuzz.py"


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
        file.write_bytes(FUZZ.mutated(dice.choice(FUZZ.samples()[name]).read_bytes(), dice))
        before = _rows(ada)
        try:
            answer = import_files(ada, stamp=stamp, paths=[file])
        except CannotDo:
            assert _rows(ada) == before
        else:
            brought = 0 if answer.import_id is None else 1
            assert _rows(ada)[:2] == (before[0] + brought, before[1] + brought)


def _rows(campaign: Campaign) -> tuple[int, ...]:
    models = (Import, Entry, Person, Evidence)
    return tuple(m.objects.filter(campaign=campaign).count() for m in models)
