"""Files in and out, and the site's port: what scripts rely on."""

import socket
from pathlib import Path
from typing import Any

from tests.conftest import SAMPLES

CONNECTIONS = str(SAMPLES / "linkedin" / "2026.csv")
FILE_KEYS = {
    "name", "format", "rows", "new", "same", "changed", "skipped", "hidden", "notes", "complaints",
}  # fmt: skip


def test_an_import_answers_file_by_file(begun: Any) -> None:
    preview = begun.on_day("import", CONNECTIONS, "--dry-run")
    done = begun.on_day("import", CONNECTIONS)
    again = begun.on_day("import", CONNECTIONS)

    assert set(done) >= {"import_id", "files", "people", "companies"}
    assert set(done["files"][0]) >= FILE_KEYS
    assert preview["import_id"] is None
    assert preview["people"] == done["people"] > 0
    assert (again["people"], again["files"][0]["new"]) == (0, 0)


def test_an_import_is_taken_back_whole(begun: Any) -> None:
    done = begun.on_day("import", CONNECTIONS)

    undone = begun.on_day("import", "--undo", str(done["import_id"]))

    assert set(undone) >= {"removed", "kept"}
    assert set(undone["removed"]) >= {"people", "companies", "positions", "ties"}
    assert undone["removed"]["people"] == done["people"]


def test_complaints_keep_everything_out_until_they_are_agreed_to(begun: Any) -> None:
    file = str(SAMPLES / "linkedin" / "ragged.csv")

    refused = begun("import", file, "--json")
    agreed = begun.on_day("import", file, "--leave-out")

    assert refused.code == 1
    assert set(refused.json) >= {"error", "kind", "candidates", "files"}
    assert refused.json["kind"] == "bad_input"
    complaint = refused.json["files"][0]["complaints"][0]
    assert set(complaint) >= {"row", "column", "value", "problem"}
    assert len(agreed["files"][0]["complaints"]) == 2


def test_a_list_of_companies_becomes_targets(begun: Any) -> None:
    begun.on_day("company", "import", str(SAMPLES / "companies" / "plain.csv"))

    assert len(begun.on_day("company", "list")) > 2


def test_employers_of_the_department_are_suggested(begun: Any) -> None:
    begun.on_day("person", "add", "Kim Roe", "--company", "Hooli", "--title", "Buyer, Purchasing")

    (found,) = begun.on_day("company", "suggest")

    assert set(found) >= {"company_id", "name", "people", "why"}
    assert found["name"] == "Hooli"


def test_two_exports_a_year_apart_show_where_former_colleagues_went(
    begun: Any, tmp_path: Path
) -> None:
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    for file, company in (("2025.csv", "Hooli Ltd"), ("2026.csv", "Initrode")):
        people = ("Ann,Fox", "Sam,Roe")
        rows = (
            f"{name},https://www.linkedin.com/in/{name[:3].lower()},,{company},Clerk,08 Feb 2020\n"
            for name in people
        )
        (tmp_path / file).write_text(header + "".join(rows))
    (tmp_path / "Positions.csv").write_text(
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        "Hooli,Buyer,,,Jan 2016,Jun 2019\n"
    )
    for file in ("2025.csv", "2026.csv", "Positions.csv"):
        begun.on_day("import", str(tmp_path / file))

    (found,) = begun.on_day("company", "suggest")
    said = begun("company", "suggest").out

    assert (found["name"], found["people"]) == ("Initrode", 2)
    assert (
        "2 people who were at Hooli, as you were, work there now: Ann Fox, Sam Roe."
        in (found["why"])
    )
    assert "Ann Fox, Sam Roe" in said


def test_a_complaint_names_file_line_column_value_and_a_way_out(begun: Any) -> None:
    folder = SAMPLES / "linkedin"

    ended = begun("import", str(folder / "2026.csv"), str(folder / "nul-bytes.csv"))

    assert ended.code == 1
    assert "It stands in nul-bytes.csv, line 2, First Name." in ended.refused
    assert "--leave-out" in ended.err
    assert (
        "nul-bytes.csv, line 2, First Name: The cell holds a NUL character. Take it out. "
        'It says "An\\x00n".' in ended.refused
    )


def test_what_columns_were_taken_for_and_what_was_seen_is_told(begun: Any) -> None:
    exports = SAMPLES / "exports"
    files = (
        "lists/own_list_semicolons.csv",
        "linkedin/Positions_former.csv",
        "mbox/draft_x_unsent.eml",
    )

    ended = begun("import", "--dry-run", *(str(exports / file) for file in files))
    told = " ".join(ended.out.split())

    assert ended.code == 0, ended.err
    assert '"Vollständiger Name" is the whole name, "Unternehmen" the company' in told
    assert 'Say so: --map "Column=field"' in told
    assert "Seen in it: 2 jobs you have had." in told
    assert "Seen in it: 1 draft, left out." in told


def test_a_note_tells_the_value_that_could_not_be_read(begun: Any) -> None:
    told = " ".join(begun("import", str(SAMPLES / "linkedin" / "bad-date.csv")).out.split())

    assert "Line 2, Connected On: This is not a date like 08 Feb 2026; it is left out." in told
    assert 'It says "5 avr. 2018".' in told


def test_the_columns_of_one_list_among_several_files_are_said_with_map(
    begun: Any, tmp_path: Path
) -> None:
    own = tmp_path / "own.csv"
    own.write_text("Wer,Wo\nMia Berg,Halden\n")
    files = (str(SAMPLES / "linkedin" / "2026.csv"), str(own))

    refused = begun("import", *files, "--json")
    done = begun.on_day("import", *files, "--map", "Wer=name", "--map", "Wo=company")

    assert refused.code == 1
    assert refused.json["error"].startswith("own.csv: ")
    assert [file["format"] for file in done["files"]] == ["linkedin_connections", "any_list"]
    assert done["files"][1]["new"] == 1


def test_forgetting_leaves_nobody_to_show(begun: Any) -> None:
    begun.on_day("forget", "Ann Lee", "--yes")

    assert begun("person", "show", "Ann Lee", "--json").json["kind"] == "not_found"


def test_a_backup_is_put_back(process: Any, tmp_path: Path) -> None:
    file = tmp_path / "everything.backup"
    process("init", "--name", "Ada Moreno")
    process("company", "add", "Acme")

    written = process("backup", str(file), "--json")
    process("company", "add", "Globex")
    restored = process("restore", str(file), "--json")

    assert written.json["file"] == str(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert restored.code == 0, restored.out
    assert [one["name"] for one in process("company", "list", "--json").json] == ["Acme"]


def test_a_file_that_is_no_backup_changes_nothing(process: Any, tmp_path: Path) -> None:
    process("init", "--name", "Ada Moreno")
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sam")

    ended = process("restore", str(letter), "--json")

    assert (ended.code, ended.json["error"] != "") == (1, True)
    assert process("doctor", "--json").json["ok"]


def test_a_taken_port_is_one_sentence(process: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        ended = process("serve", "--port", port, "--no-browser", "--json")

    assert (ended.code, ended.json["kind"]) == (1, "unavailable")
    assert "Traceback" not in ended.err
