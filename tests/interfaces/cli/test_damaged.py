"""A damaged database: every door says so, nothing is written to it, and a backup replaces it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from firststep.keeping.damage import is_known_damaged
from firststep.keeping.files import standing_in
from tests.damage import DAMAGES, middle_overwritten
from tests.interfaces.web.reading import HOST

WRITING = (
    ("person", "add", "Lou Late"), ("company", "add", "Late AG"), ("goal", "--role", "Buyer"),
    ("forget", "Ann Lee", "--yes"), ("undo",), ("sent", "Ann Lee"), ("init", "--name", "Ada"),
    ("playbook", "set", "nudge_after_days", "4"),
)  # fmt: skip
READING = (("today",), ("who",), ("progress",), ("person", "show", "Ann Lee"), ("merge", "list"))
PAGES = ("/", "/people/", "/companies/", "/progress", "/import", "/settings", "/begin")
FORMS = (("/people/add", {"name": "Lou Late"}), ("/undo", {}))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a backup of it, made by the program itself."""
    from tests.interfaces.cli.conftest import Process

    folder = tmp_path_factory.mktemp("whole")
    process = Process(folder / "home")
    for words in (
        ("init", "--name", "Ada Moreno"),
        ("company", "add", "Acme"),
        ("person", "add", "Ann Lee", "--company", "Acme", "--note", "x" * 4000),
        ("backup", str(folder / "mine.backup")),
    ):
        assert process(*words).code == 0
    return folder


@pytest.fixture
def home(db: None, whole: Path, tmp_path: Path, settings: Any, monkeypatch: Any) -> Iterator[Path]:
    """A copy of it, which this process works on; its file is yielded."""
    if connection.vendor != "sqlite":
        pytest.skip("a damaged file is SQLite's")
    shutil.copytree(whole / "home", tmp_path / "home")
    shutil.copy(whole / "mine.backup", tmp_path / "mine.backup")
    monkeypatch.setenv("FIRSTSTEP_HOME", str(tmp_path / "home"))
    settings.DATA = tmp_path / "home"
    file = tmp_path / "home" / "firststep.sqlite3"
    with standing_in(file):
        yield file


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_database_is_told_and_kept_and_replaced_by_a_backup(
    home: Path, program: Any, damage: Callable[[Path], None]
) -> None:
    damage(home)
    found = home.read_bytes()

    looked = program("doctor", "--json")
    assert looked.code == 1
    assert str(home) in looked.out
    assert "firststep restore FILE" in looked.out
    back = program.json("restore", str(home.parent.parent / "mine.backup"))

    kept = Path(back["kept"])
    assert kept.read_bytes() == found, "kept as it was"
    assert back["damaged"]
    assert program.json("person", "show", "Ann Lee")["name"] == "Ann Lee"
    assert str(kept) in program("doctor", "--json").out
    assert program("doctor").code == 0
    assert program("person", "add", "Bo Ek").code == 0


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_door_says_a_sentence_and_writes_nothing(
    home: Path, program: Any, damage: Callable[[Path], None]
) -> None:
    damage(home)
    program("doctor")
    found = home.read_bytes()

    for words in (*WRITING, *READING):
        ended = program(*words)
        assert ended.code in ((0, 1) if words in READING else (1,)), (words, ended)
        assert "inside Firststep" not in ended.err, words
        assert "Traceback" not in ended.err, words
        assert ended.code == 0 or str(home) in ended.refused.replace(" ", ""), (words, ended)
    assert home.read_bytes() == found
    assert not (home.parent / "errors.log").exists()


@pytest.mark.parametrize("damage", [d for d in DAMAGES if d.__name__ != "another_programs"])
def test_every_page_says_a_sentence_and_no_form_writes(
    home: Path, program: Any, damage: Callable[[Path], None]
) -> None:
    from firststep.interfaces.web.letting_in import new_session

    damage(home)
    program("doctor")
    found = home.read_bytes()
    client = Client(headers={"host": HOST}, raise_request_exception=False)
    client.cookies["firststep-8765"] = new_session()

    for address in PAGES:
        page = client.get(address)
        assert page.status_code in (200, 302, 404, 503), address
        assert page.status_code != 503 or "damaged" in page.text, address
    for address, fields in FORMS:
        answer = client.post(address, fields)
        assert answer.status_code == 503, address
        assert "damaged" in answer.text, address
    assert home.read_bytes() == found


def test_what_is_whole_again_is_written_to_again(home: Path, program: Any) -> None:
    whole = home.read_bytes()
    middle_overwritten(home)
    program("doctor")
    assert is_known_damaged(home)
    home.write_bytes(whole)

    assert program("person", "add", "Bo Ek").code == 1, "nobody has looked yet"
    assert program("doctor").code == 0
    assert program("person", "add", "Bo Ek").code == 0


def test_an_export_replaces_a_damaged_database_too(home: Path, program: Any) -> None:
    folder = home.parent.parent / "exported"
    program.json("export", str(folder))
    middle_overwritten(home)
    found = home.read_bytes()

    back = program.json("restore", str(folder))

    assert Path(back["kept"]).read_bytes() == found
    assert program.json("person", "show", "Ann Lee")["name"] == "Ann Lee"


@pytest.mark.parametrize("end", ["", "-journal", ".before-restore-2026-11-02"])
def test_no_drawing_is_written_over_the_database(home: Path, program: Any, end: str) -> None:
    found = home.read_bytes()

    ended = program("simulate", "--runs", "1", "--weeks", "2", "--svg", f"{home}{end}")

    assert ended.code == 1
    assert home.read_bytes() == found
    assert not (home.parent / f"{home.name}-journal").exists()


def test_a_bad_backup_leaves_a_damaged_database_as_it_is(home: Path, program: Any) -> None:
    middle_overwritten(home)
    found = home.read_bytes()
    bad = home.parent.parent / "bad.backup"
    bad.write_text("no backup at all")

    assert program("restore", str(bad)).code == 1

    assert home.read_bytes() == found
    assert not list(home.parent.glob("*before-restore*"))
