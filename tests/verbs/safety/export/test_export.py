"""An export is whole or not at all, and never over something else."""

import stat
from pathlib import Path
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs.safety import export as exports
from firststep.verbs.safety.export import export


def modes(folder: Path) -> set[int]:
    return {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}


def test_everything_is_written_for_the_owner_alone(
    ada: Campaign, ann: Person, tmp_path: Path
) -> None:
    what = export(ada, folder=tmp_path / "mine")

    assert sorted(file.name for file in what.folder.iterdir()) == sorted(what.files)
    assert modes(what.folder) == {0o600}
    assert stat.S_IMODE(what.folder.stat().st_mode) == 0o700
    assert (what.people, what.companies, what.rows["Person"]) == (1, 1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_an_earlier_export_is_replaced_whole(ada: Campaign, ann: Person, tmp_path: Path) -> None:
    export(ada, folder=tmp_path / "mine")
    Person.objects.update(name="Ann Changed")

    export(ada, folder=tmp_path / "mine")

    assert "Ann Changed" in (tmp_path / "mine" / "people.csv").read_text("utf-8-sig")
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_an_empty_folder_is_filled(ada: Campaign, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()

    export(ada, folder=tmp_path / "mine")

    assert (tmp_path / "mine" / "firststep.json").exists()


def occupied(folder: Path) -> str:
    folder.mkdir()
    (folder / "novel.txt").write_text("mine")
    return "not empty"


def a_file(folder: Path) -> str:
    folder.write_text("mine")
    return "is a file"


def no_parent(folder: Path) -> str:
    folder.parent.rmdir()
    return "no folder"


@pytest.mark.parametrize("spoil", [occupied, a_file, no_parent])
def test_a_folder_in_use_is_refused_and_untouched(
    ada: Campaign, tmp_path: Path, spoil: Any
) -> None:
    place = tmp_path / "in"
    place.mkdir()
    words = spoil(place / "mine")
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(CannotDo, match=words):
        export(ada, folder=place / "mine")

    assert sorted(tmp_path.rglob("*")) == before


def test_an_earlier_export_with_something_else_in_it_is_refused(
    ada: Campaign, tmp_path: Path
) -> None:
    export(ada, folder=tmp_path / "mine")
    (tmp_path / "mine" / "novel.txt").write_text("mine")

    with pytest.raises(CannotDo, match=r"novel\.txt"):
        export(ada, folder=tmp_path / "mine")

    assert (tmp_path / "mine" / "novel.txt").read_text() == "mine"


def test_a_full_disk_leaves_the_earlier_export_and_nothing_half(
    ada: Campaign, ann: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(ada, folder=tmp_path / "mine")
    before = (tmp_path / "mine" / "people.csv").read_bytes()

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(exports.FILES, "targets.csv", ("utf-8", full))
    Person.objects.update(name="Ann Changed")
    with pytest.raises(CannotDo, match="no space left") as refused:
        export(ada, folder=tmp_path / "mine")

    assert refused.value.kind == "unavailable"
    assert (tmp_path / "mine" / "people.csv").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
