"""The program as a process of its own: folders, encodings, pipes, and its start."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def test_a_campaign_is_begun_in_a_folder_only_its_owner_can_read(process: Any) -> None:
    ended = process("init", "--name", "Ada Moreno", "--json")

    assert ended.code == 0, ended.err
    assert process.home.stat().st_mode & 0o777 == 0o700
    assert (process.home / "firststep.sqlite3").stat().st_mode & 0o777 == 0o600
    assert process("doctor", "--json").json["ok"]


def test_looking_makes_no_folder(process: Any) -> None:
    ended = process("today", "--json")

    assert (ended.code, ended.json["kind"]) == (1, "not_found")
    assert not process.home.exists()


def test_a_file_where_the_folder_belongs_is_said_so(process: Any) -> None:
    process.home.write_text("not a folder")

    ended = process("init", "--name", "Ada Moreno", "--json")

    assert (ended.code, ended.json["kind"]) == (1, "unavailable")
    assert "Traceback" not in ended.err


def test_a_folder_that_cannot_be_made_is_said_so(process: Any) -> None:
    process.home.write_text("not a folder")

    ended = process("init", "--name", "Ada", "--json", FIRSTSTEP_HOME=f"{process.home}/within")

    assert (ended.code, ended.json["kind"]) == (1, "unavailable")


def test_a_newer_database_is_left_untouched(adas: Any) -> None:
    file = adas.home / "firststep.sqlite3"
    with sqlite3.connect(file) as newer:
        newer.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('firststep', '0099_later', '2030-01-01')"
        )
    before = file.read_bytes()

    ended = adas("today", "--json")

    assert (ended.code, ended.json["kind"]) == (1, "unavailable")
    assert "newer" in ended.json["error"]
    assert file.read_bytes() == before


def test_what_is_no_database_is_said_so_and_left_alone(process: Any) -> None:
    process.home.mkdir()
    file = process.home / "firststep.sqlite3"
    file.write_bytes(b"a letter, no database " * 100)

    ended = process("today", "--json")

    assert (ended.code, ended.json["kind"]) == (1, "unavailable")
    assert file.read_bytes().startswith(b"a letter")


def test_a_password_in_a_wrong_database_url_is_never_repeated(process: Any) -> None:
    ended = process("today", FIRSTSTEP_DATABASE_URL="mysql://ada:secret@host/name")

    assert ended.code == 1
    assert "secret" not in ended.err + ended.out


def test_no_server_behind_the_url_is_one_sentence(process: Any) -> None:
    url = "postgresql://ada:secret@127.0.0.1:1/none"

    ended = process("today", "--json", FIRSTSTEP_DATABASE_URL=url)

    assert (ended.code, ended.json["kind"]) == (1, "unavailable")
    assert "secret" not in ended.err + ended.out


def test_a_plain_locale_and_no_terminal_do(adas: Any) -> None:
    adas("person", "add", "Zoë Müller", "--company", "Čapek")

    for locale in ({"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}):
        ended = adas("person", "show", "1", COLUMNS="0", **locale)
        assert ended.code == 0, ended.err
        assert adas("person", "show", "1", "--json", **locale).json["name"] == "Zoë Müller"


def test_firststep_alone_opens_the_site(program: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    monkeypatch.setattr("firststep.interfaces.web.serve.serve", lambda **told: opened.append(told))

    ended = program()

    assert (ended.code, opened) == (0, [{}])


def test_no_colour_where_nobody_looks(adas: Any) -> None:
    assert "\x1b" not in adas("doctor").out


def test_a_reader_that_leaves_early_hears_no_complaint(adas: Any) -> None:
    with subprocess.Popen(
        adas.line("doctor", "--json"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=adas.environment(),
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()

    assert said == b""
    assert running.returncode == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_gives_the_shell_its_lines(process: Any, shell: str) -> None:
    ended = process("completion", shell)

    assert ended.code == 0
    assert "firststep __complete" in ended.out


def test_bash_completes_commands_and_choices(process: Any, tmp_path: Path) -> None:
    script = tmp_path / "completion.bash"
    script.write_text(process("completion", "bash").out)
    program = tmp_path / "firststep"
    program.write_text(f'#!/bin/sh\nexec {" ".join(process.line())} "$@"\n')
    program.chmod(0o755)
    asked = (
        f'PATH="{tmp_path}:$PATH"; . {script}; COMP_WORDS=(firststep stage Acme int);'
        ' COMP_CWORD=3; _firststep; echo "${COMPREPLY[@]}"'
    )

    told = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["interview"]


@pytest.mark.parametrize("words", [("today",), ("company", "list"), ("today", "--json")])
def test_a_closed_output_is_no_fault(adas: Any, words: tuple[str, ...]) -> None:  # B77
    line = " ".join([*adas.line(*words), ">&-"])

    ended = subprocess.run(
        ["sh", "-c", line],
        env=adas.environment(),
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert adas("doctor", "--json").json["ok"]


def test_a_closed_output_keeps_a_refusal_a_refusal(adas: Any, tmp_path: Path) -> None:  # B77
    (tmp_path / "dup.csv").write_text("a,b\n1,2\n")
    line = " ".join(adas.line("import", str(tmp_path / "dup.csv"), "--dry-run"))

    ended = subprocess.run(
        ["sh", "-c", f"{line} >&-"], env=adas.environment(), capture_output=True, text=True,
        timeout=60,
    )  # fmt: skip

    assert ended.returncode == 1
    assert ended.stderr.startswith("dup.csv: This is a list Firststep does not know")
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("person", "add", "Zoe Okafor"), 1, "That is done, and kept."),
        (("person", "add", "Zoe Okafor", "--json"), 1, "That is done, and kept."),
        (("draft", "p99", "--json"), 1, "There is no person p99."),
        (("--help",), 1, "This could not be written out: No space left on device."),
    ],
)
def test_an_answer_that_finds_no_room_says_what_is_kept(
    adas: Any, words: tuple[str, ...], code: int, told: str
) -> None:  # R2, B77: "nothing was written" would have them add somebody twice
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            adas.line(*words), env=adas.environment(), stdout=full, stderr=subprocess.PIPE,
            text=True, timeout=60,
        )  # fmt: skip

    assert (ended.returncode, ended.stderr.startswith(told)) == (code, True), ended.stderr
    assert "Traceback" not in ended.stderr
    if "Zoe Okafor" in words:
        assert adas("person", "show", "Zoe Okafor", "--json").code == 0


def test_data_that_others_can_read_is_told_of_and_closed_again(adas: Any) -> None:  # B78
    home, file = adas.home, adas.home / "firststep.sqlite3"
    home.chmod(0o755)
    file.chmod(0o666)

    told = adas("doctor", "--json").json
    adas("today")

    assert [one["name"] for one in told["checks"] if not one["ok"]] == ["modes", "modes"]
    assert (home.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    assert adas("doctor", "--json").json["ok"]


def test_a_folder_with_other_things_in_it_is_left_as_it_is_but_the_data_is_closed(
    adas: Any,
) -> None:  # B78
    home, file = adas.home, adas.home / "firststep.sqlite3"
    (home / "letter.txt").write_text("Dear Sam")
    home.chmod(0o755)
    file.chmod(0o644)

    adas("today")

    assert (home.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o755, 0o600)


@pytest.mark.parametrize("words", [["today"], ["--help"]])
def test_the_collector_rests_while_the_program_starts_and_works_once_the_data_is_open(
    adas: Any, words: list[str]
) -> None:
    told = (
        "import atexit, gc, sys; from firststep.__main__ import main; "
        "atexit.register(lambda: print(gc.isenabled(), gc.get_freeze_count() > 0));"
        f"sys.argv = ['firststep', *{words!r}]; main()"
    )
    ended = subprocess.run(
        [sys.executable, "-c", told], env=adas.environment(), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    expected = "True True" if words == ["today"] else "False False"
    assert ended.stdout.splitlines()[-1] == expected, ended.stderr


READING_FILES = {
    "firststep.bringing.formats", "firststep.bringing.reader", "firststep.bringing.comparing",
    "firststep.facts.file_rows",
}  # fmt: skip
HEAVY = {"phonenumbers", "icalendar", "rapidfuzz", "cleanco", "dateutil"}


def test_today_loads_nothing_that_reads_files_or_compares_names(adas: Any) -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "firststep", "today", "--json"],
        env=adas.environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip

    loaded = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    assert "firststep.plan.planner" in loaded
    assert loaded & READING_FILES == set()
    assert {module.split(".")[0] for module in loaded} & HEAVY == set()


@pytest.mark.parametrize("words", [["--help"], ["__complete", ""]])
def test_help_and_completion_load_none_of_the_facts(adas: Any, words: list[str]) -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "firststep", *words],
        env=adas.environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip

    loaded = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    assert "firststep.interfaces.catalogue" in loaded
    assert not {one for one in loaded if one.startswith("firststep.facts")}
