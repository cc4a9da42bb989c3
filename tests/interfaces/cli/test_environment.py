"""What the environment sets: a sentence for what cannot be, nothing repeated that may be secret,
and what is there but empty is unset (B78-B81)."""

import os
import pwd
import subprocess
import sys
from pathlib import Path

import pytest

from firststep.errors import CannotDo
from firststep.interfaces.web import serve as serving
from firststep.settings import data_folder, database
from tests.cluster import free_port

SECRET = "hidden-pass%23word"
AT = "127.0.0.1:1"
WITHOUT_DRIVER = """
import sys
sys.modules["psycopg"] = sys.modules["psycopg2"] = None
from firststep.__main__ import main
main()
"""


def firststep(
    *words: str, start: tuple[str, ...] = ("-m", "firststep"), **settings: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *start, *words], env={**os.environ, **settings},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
    )  # fmt: skip


def refused_in_words(done: "subprocess.CompletedProcess[str]", words: str) -> None:
    told = " ".join(done.stderr.split())
    assert done.returncode in (1, 2), done
    assert words in told
    assert "Traceback" not in told and "went wrong inside" not in told


@pytest.mark.slow
@pytest.mark.parametrize("command", ["today", "doctor", "serve"])
@pytest.mark.parametrize(
    ("url", "words"),
    [
        (f"postgresql://ada:{SECRET}@{AT}/none", "does not answer"),
        (f"postgresql://ada:{SECRET}@no-such-host.invalid/none", "does not answer"),
        (f"postgresql://ada:{SECRET}@{AT}/none?none={SECRET}", "what stands behind"),
        (f"postgresql://ada:{SECRET}@{AT}/none?connect_timeout={SECRET}", "what stands behind"),
        (f"postgresql://ada:{SECRET}@{AT}/none?sslmode={SECRET}", "what stands behind"),
        (f"postgresql://ada:#{SECRET}@{AT}/none", "must look like"),
        (f"postgresql://ada:{SECRET}@[1/none", "must look like"),
        (f"postgresql://ada:{SECRET}@host:{SECRET}/none", "must look like"),
        (f"postgresql://ada:{SECRET}@host:99999/none", "must look like"),
        (f"postgresql://ada:{SECRET}@host", "must look like"),
        (f"mysql://ada:{SECRET}@host/none", "must look like"),
        (f"{SECRET}", "must look like"),
    ],
)
def test_an_address_of_a_database_is_told_in_words_and_its_password_nowhere(
    command: str, url: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / "errors.log").touch()

    done = firststep(command, FIRSTSTEP_DATABASE_URL=url, FIRSTSTEP_HOME=str(tmp_path))

    assert done.returncode == 1
    assert words in " ".join((done.stdout + done.stderr).split())
    for told in (done.stdout, done.stderr, (tmp_path / "errors.log").read_text()):
        for secret in (SECRET, SECRET.replace("%23", "#"), "hidden-pass"):
            assert secret not in told
        assert "Traceback" not in told or told.startswith("20")


@pytest.mark.slow
def test_without_what_speaks_to_postgresql_it_says_so(tmp_path: Path) -> None:
    settings = {"FIRSTSTEP_DATABASE_URL": f"postgresql://ada:{SECRET}@{AT}/none"}

    done = firststep(
        "today", start=("-c", WITHOUT_DRIVER), FIRSTSTEP_HOME=str(tmp_path), **settings
    )

    refused_in_words(done, "Install the package psycopg")
    assert "hidden" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--port", "abc"), "abc is not a whole number from 0 to 65535"),
        (("--port", "99999"), "99999 is not a whole number from 0 to 65535"),
        (("--port", "-1"), "-1 is not a whole number from 0 to 65535"),
        (("--port", "²"), "² is not a whole number from 0 to 65535"),
        (("--port", ""), "is not a whole number from 0 to 65535"),
    ],
)
def test_a_port_that_is_none_is_told(words: tuple[str, str], told: str, tmp_path: Path) -> None:
    refused_in_words(firststep("serve", *words, FIRSTSTEP_HOME=str(tmp_path)), told)


def test_a_port_kept_for_the_system_is_told_with_one_that_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import socket

    class Kept(socket.socket):
        def bind(self, address: object) -> None:
            raise PermissionError(13, "Permission denied")  # as for 80 where it is kept

    monkeypatch.setattr(serving.socket, "socket", Kept)
    for next_free in (False, True):
        with pytest.raises(CannotDo) as refused:
            serving._listening(80, next_free=next_free)
        assert refused.value.words.startswith("Port 80 is kept for the computer's own programs")
        assert refused.value.words.endswith("firststep serve --port 8765")


def test_any_free_port_does_where_none_is_wished() -> None:
    port = free_port()
    with serving._listening(0, next_free=False) as any_port:
        assert any_port.getsockname()[1] > 0
    with serving._listening(port, next_free=False) as wished:
        assert wished.getsockname()[1] == port


@pytest.mark.parametrize("home", ["~nobody-of-this-name", "~nobody-of-this-name/data"])
def test_a_home_nobody_has_is_told(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRSTSTEP_HOME", home)

    with pytest.raises(CannotDo) as refused:
        data_folder()

    assert "Set FIRSTSTEP_HOME" in refused.value.words


@pytest.mark.parametrize("home", [None, ""])
def test_who_has_no_home_at_all_is_told(home: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(number: int) -> object:
        raise KeyError(number)

    monkeypatch.delenv("FIRSTSTEP_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    if home is not None:
        monkeypatch.setenv("HOME", home)
    monkeypatch.setattr(pwd, "getpwuid", nobody)

    with pytest.raises(CannotDo) as refused:
        data_folder()

    assert "finds no home folder" in refused.value.words


@pytest.mark.parametrize("empty", ["", " ", "\t\n"])
def test_a_setting_that_is_there_but_empty_is_unset(
    empty: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("FIRSTSTEP_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    unset = data_folder()

    for name in ("FIRSTSTEP_HOME", "FIRSTSTEP_DATABASE_URL", "FIRSTSTEP_SECRET_KEY",
                 "XDG_DATA_HOME"):  # fmt: skip
        monkeypatch.setenv(name, empty)

    assert data_folder() == unset
    told = subprocess.run(
        [sys.executable, "-c", "from firststep import settings as s; "
         "print(len(s.SECRET_KEY), s.DATABASES['default']['NAME'])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    length, _, name = told.stdout.partition(" ")
    assert int(length) > 40
    assert name.strip() == str(unset / "firststep.sqlite3")


def test_an_empty_home_is_not_the_computers_root(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("FIRSTSTEP_HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", "")

    assert data_folder().is_relative_to(pwd.getpwuid(os.getuid()).pw_dir)


def test_what_a_url_says_reaches_the_driver(tmp_path: Path) -> None:
    found = database("postgres://a%40b:p%2Fw@db.example:6543/some%20name?sslmode=require", tmp_path)

    assert (found["USER"], found["PASSWORD"], found["NAME"]) == ("a@b", "p/w", "some name")
    assert (found["HOST"], found["PORT"]) == ("db.example", "6543")
    told = {"connect_timeout": "5", "options": "-c lock_timeout=5s", "sslmode": "require"}
    assert found["OPTIONS"] == told
    assert found["CONN_HEALTH_CHECKS"]


@pytest.mark.slow
@pytest.mark.parametrize("command", [("init", "--name", "Ada"), ("demo", "--no-serve")])
def test_a_folder_that_cannot_be_written_to_is_told(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("x")
    for home in ("/proc/none", str(tmp_path / "file" / "below")):
        done = firststep(*command, FIRSTSTEP_HOME=home)
        refused_in_words(done, "set FIRSTSTEP_HOME to another one")
