"""Backups between the two databases, by the real program on a real PostgreSQL."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from firststep.verbs.safety.dump_rows import is_dump
from tests.cluster import Cluster, cluster, postgresql_programs

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        postgresql_programs() is None or not shutil.which("pg_restore"),
        reason="PostgreSQL is not installed (sudo apt install postgresql)",
    ),
]
NOTE = 'line one\nline "two"\twith a tab, a \\ and a \\N'


class Home:
    """The program on a data folder of its own, with a database of PostgreSQL or without."""

    def __init__(self, folder: Path, url: str = "") -> None:
        kept = {name: value for name, value in os.environ.items() if "FIRSTSTEP" not in name}
        self.folder = folder
        self.environment = {**kept, "FIRSTSTEP_HOME": str(folder)}
        self.environment |= {"FIRSTSTEP_DATABASE_URL": url} if url else {}

    def __call__(self, *words: str) -> Any:
        ended = self.ended(*words, "--json")
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return json.loads(ended.stdout)

    def ended(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            self.line(*words), env=self.environment, capture_output=True, text=True, timeout=120
        )

    def line(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "firststep", *words]

    def begin(self) -> None:
        self("init", "--name", "Ada Moreno", "--country", "NL")
        self("goal", "--role", "Buyer", "--department", "Purchasing", "--place", "Utrecht")
        self("company", "add", "Acme", "--alias", "Acme Corp")
        self("person", "add", "Ann Lee", "--company", "Acme", "--tie", "close", "--note", NOTE)
        self("sent", "Ann Lee", "--on", "2026-11-23")

    def people(self) -> dict[str, str]:
        names = ("Ann Lee", "Later Lou")
        shown = (self.ended("person", "show", name, "--json") for name in names)
        told = [json.loads(one.stdout) for one in shown if not one.returncode]
        return {one["name"]: one["note"] for one in told}


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    with cluster() as made:
        yield made


@pytest.fixture
def postgresql(server: Cluster, tmp_path: Path) -> Home:
    subprocess.run(
        ["psql", "-q", server.url, "-c", "DROP SCHEMA public CASCADE; CREATE SCHEMA public"],
        check=True, capture_output=True,
    )  # fmt: skip
    return Home(tmp_path / "on-server", server.url)


def psql(server: Cluster, words: str) -> str:
    asked = ["psql", "-qtA", server.url, "-c", words]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


def test_a_dump_goes_back_with_all_it_holds_and_what_was_there_is_kept(
    postgresql: Home, tmp_path: Path
) -> None:
    postgresql.begin()
    dump = tmp_path / "mine.dump"
    postgresql("backup", str(dump))
    today = postgresql("today", "--on", "2026-11-26")
    postgresql("person", "add", "Later Lou")

    back = postgresql("restore", str(dump))

    assert is_dump(Path(back["kept"]))
    assert postgresql.people() == {"Ann Lee": NOTE}
    assert postgresql("today", "--on", "2026-11-26") == today
    assert postgresql("person", "add", "After All")["person_id"], "numbers go on after them"
    postgresql("restore", back["kept"])
    assert set(postgresql.people()) == {"Ann Lee", "Later Lou"}
    assert postgresql("doctor")["ok"]


def test_a_backup_goes_from_either_database_to_the_other(postgresql: Home, tmp_path: Path) -> None:
    file, back = tmp_path / "mine.backup", tmp_path / "mine.dump"
    here, there = Home(tmp_path / "here"), Home(tmp_path / "there")
    here.begin()
    today = here("today", "--on", "2026-11-26")
    here("backup", str(file))

    postgresql("restore", str(file))
    postgresql("backup", str(back))
    there("restore", str(back))

    for home in (postgresql, there):
        assert home.people() == {"Ann Lee": NOTE}
        assert home("today", "--on", "2026-11-26") == today


def test_what_was_planted_in_a_dump_neither_runs_nor_comes_along(
    postgresql: Home, server: Cluster, tmp_path: Path
) -> None:
    postgresql.begin()
    usual = psql(server, "SELECT count(*) FROM information_schema.tables WHERE "
                         "table_schema='public'")  # fmt: skip
    for words in (
        "CREATE TABLE planted (word text); INSERT INTO planted VALUES ('canary')",
        "CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN NEW.note := 'canary'; RETURN NEW; END $$",
        "CREATE TRIGGER planted BEFORE INSERT ON firststep_person FOR EACH ROW "
        "EXECUTE FUNCTION spoil()",
        "CREATE VIEW seen AS SELECT 1",
    ):
        psql(server, words)
    dump = tmp_path / "planted.dump"
    postgresql("backup", str(dump))
    for words in ("DROP VIEW seen", "DROP TABLE planted", "DROP FUNCTION spoil CASCADE"):
        psql(server, words)

    postgresql("restore", str(dump))

    assert postgresql.people() == {"Ann Lee": NOTE}
    assert psql(server, "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal") == "0"
    assert psql(server, "SELECT count(*) FROM information_schema.tables WHERE "
                        "table_schema='public'") == usual  # fmt: skip


def test_a_dump_that_was_cut_is_refused_and_nothing_changed(
    postgresql: Home, tmp_path: Path
) -> None:
    postgresql.begin()
    dump = tmp_path / "mine.dump"
    postgresql("backup", str(dump))
    for share in (0.3, 0.9):
        dump.write_bytes(dump.read_bytes()[: int(dump.stat().st_size * share)])

        ended = postgresql.ended("restore", str(dump))

        assert ended.returncode == 1
        assert "whole backup" in " ".join(ended.stderr.split())
        assert postgresql.people() == {"Ann Lee": NOTE}


def test_a_restore_killed_or_a_server_stopped_at_once_leaves_all_or_nothing(
    postgresql: Home, server: Cluster, tmp_path: Path
) -> None:
    postgresql.begin()
    dump = tmp_path / "mine.dump"
    postgresql("backup", str(dump))
    postgresql("person", "add", "Later Lou")
    for number in range(8):
        running = subprocess.Popen(
            postgresql.line("restore", str(dump)), env=postgresql.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(0.3 + number * 0.15)
        if number % 2:
            server.stop()
            server.start()
        running.kill()
        running.wait()
        found = set(postgresql.people())
        assert found in ({"Ann Lee"}, {"Ann Lee", "Later Lou"}), (number, found)
        kept = list(postgresql.folder.glob("postgresql.before-restore*"))
        assert kept if found == {"Ann Lee"} else True, number
        if found == {"Ann Lee"}:
            postgresql("person", "add", "Later Lou")
    assert postgresql("doctor")["ok"]
