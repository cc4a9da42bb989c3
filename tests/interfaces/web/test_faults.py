"""The site while the disk is full, the database away or another program's: plain words, nothing
typed lost, pages again by themselves (R2, R7). Real disks, a real PostgreSQL, a real lock."""

import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster import cluster, postgresql_programs
from tests.interfaces.web.running import Running, Seen, a_campaign, environment, running

pytestmark = pytest.mark.slow
NOTE = "Met at the fair.\nShe said: write “in May” & ask."
NAME = "Zoë Hart"


def add_person(site: Running, *, note: str = NOTE) -> Seen:
    return site.send(site.get("/people/").form("/people/add"), name=NAME, note=note)


def said_again(site: Running, refused: Seen) -> None:
    """What the page offers is sent as it stands, and is kept as it was typed."""
    answer = site.send(refused.form("/people/add"))
    assert answer.status == 200, answer.text
    people = site.get("/people/").text
    assert people.count(NAME) >= 1


def keeps_what_was_typed(refused: Seen, *, status: int, words: str) -> None:
    assert refused.status == status, refused.text
    assert words in refused.text
    assert NAME in refused.text and "Met at the fair." in refused.text
    assert refused.form("/people/add").fields["note"].replace("\r\n", "\n") == NOTE
    assert "Traceback" not in refused.text


# A disk of four megabytes, seen by the site alone.
TINY = ("unshare", "--map-root-user", "--mount", "sh", "-c")
MOUNTS = 'mount -t tmpfs -o size=4m,mode=0700 none "$0" && cp -a "$1"/. "$0" && shift && exec "$@"'


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[tuple[Running, Path]]:
    disk, seed = tmp_path / "disk", tmp_path / "seed"
    disk.mkdir()
    test = [*TINY, 'mount -t tmpfs none "$0"', str(disk)]
    if shutil.which("unshare") is None or subprocess.run(test, capture_output=True).returncode:
        pytest.skip("no disk of one's own may be mounted here")
    a_campaign(environment(seed))
    within = (*TINY, MOUNTS, str(disk), str(seed))
    with running(environment(disk, TMPDIR=str(disk)), within=within) as site:
        yield site, Path(f"/proc/{site.process.pid}/root{disk}")


def filled(disk: Path) -> Path:
    """Takes the disk's last byte."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue
    return filler


def test_a_full_disk_keeps_what_was_typed_reads_on_and_writes_again_with_room(
    tiny_disk: tuple[Running, Path], tmp_path: Path
) -> None:
    site, disk = tiny_disk
    filler = filled(disk)

    refused = add_person(site)
    pages = [site.get(page).status for page in ("/", "/people/", "/companies/", "/progress")]
    filler.unlink()

    keeps_what_was_typed(refused, status=507, words="The disk is full. Nothing was written")
    assert pages == [200] * 4
    said_again(site, refused)
    # Looked at as a copy: SQLite would follow the way into the disk to where there is none.
    with sqlite3.connect(shutil.copy(disk / "firststep.sqlite3", tmp_path / "copy")) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert base.execute("SELECT count(*) FROM firststep_person").fetchone() == (1,)


@pytest.mark.parametrize("lines", [2_000, 40_000, 400_000])  # kept, spooled, far too much
def test_an_upload_to_a_full_disk_is_refused_and_leaves_nothing(
    tiny_disk: tuple[Running, Path], lines: int
) -> None:
    site, disk = tiny_disk
    form = site.get("/import").form("/import/preview")
    assert site.send_file(form, b"\x00" * 600_000).status == 400  # by way of the full disk to be
    filler = filled(disk)

    refused = site.send_file(form, b"First Name,Last Name\n" + b"Mia,Berg,of here\n" * lines)

    assert refused.status == 507
    assert "The disk is full" in refused.text
    filler.unlink()
    assert site.get("/people/").status == 200
    kept = [one for one in disk.rglob("*") if one.is_file() and one.name != "errors.log"]
    assert [one for one in kept if one.stat().st_size > 100 and "sqlite" not in one.name] == []
    again = site.send_file(form, b"First Name,Last Name,Company\nMia,Berg,Acme\n")
    assert again.status == 200, again.text


@pytest.mark.skipif(postgresql_programs() is None, reason="PostgreSQL is not installed")
def test_a_database_that_goes_and_comes_back_is_found_again_and_nothing_typed_is_lost(
    tmp_path: Path,
) -> None:
    with cluster() as base:
        env = environment(tmp_path, FIRSTSTEP_DATABASE_URL=base.url)
        a_campaign(env)
        with running(env) as site:
            form = site.get("/people/").form("/people/add")
            base.stop()

            refused = site.send(form, name=NAME, note=NOTE)
            away = site.get("/people/")
            base.start()
            back = [site.get("/people/").status for _ in range(8)]  # each thread has its own line

            keeps_what_was_typed(refused, status=503, words="The database does not answer just now")
            assert away.status == 503
            assert back == [200] * 8
            said_again(site, refused)
    log = (tmp_path / "errors.log").read_text()
    assert "POST /people/add" in log and "OperationalError" in log


def test_another_programs_lock_is_told_in_plain_words(tmp_path: Path) -> None:
    env = environment(tmp_path)
    a_campaign(env)
    with running(env) as site:
        form = site.get("/people/").form("/people/add")
        other = sqlite3.connect(tmp_path / "firststep.sqlite3", isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        refused = site.send(form, name=NAME, note=NOTE)
        waited = time.monotonic() - began
        other.execute("ROLLBACK")

        keeps_what_was_typed(refused, status=503, words="is writing just now")
        assert waited < 45
        said_again(site, refused)
