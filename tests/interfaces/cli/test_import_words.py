"""What an import says at the terminal, of files, lines, columns and letters."""

from pathlib import Path
from typing import Any

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def a_file(folder: Path, name: str, text: str, encoding: str = "utf-8") -> str:
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return str(file)


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_complaint_names_file_line_column_and_value_and_each_once(
    begun: Any, tmp_path: Path
) -> None:
    file = a_file(tmp_path, "dup.csv", HEADER + "Bob,Roe,,,Acme\n")

    ended = begun("import", file)

    assert ended.code == 1
    assert 'dup.csv, line 2, "Bob,Roe,,,Acme": The row has 5 cells' in ended.err
    assert "row 2" not in ended.err.lower()
    assert ended.err.count("The row has 5 cells") == 1


def test_a_note_tells_the_value(begun: Any, tmp_path: Path) -> None:
    file = a_file(tmp_path, "c.csv", HEADER + "Bob,Roe,,,Acme,Buyer,99 Foo 2020\n")

    told = words(begun("import", file, "--dry-run").out)

    assert 'Line 2, column Connected On, "99 Foo 2020": ' in told


def test_a_list_shows_what_each_column_was_taken_for_and_its_letters(
    begun: Any, tmp_path: Path
) -> None:
    text = "Name;Firma;Schuhe\nJörg Müller;Acme;38\n"

    told = words(begun("import", a_file(tmp_path, "l.csv", text, "cp1252"), "--dry-run").out)

    assert 'Read "Name" as the whole name, "Firma" as the company. Left out: "Schuhe".' in told
    assert 'Its letters were read as Windows-1252, such as this line: "Jörg Müller;Acme;38"' in told


def test_the_columns_said_once_hold_for_the_next_file_of_that_kind(
    begun: Any, tmp_path: Path
) -> None:
    first = a_file(tmp_path, "map4.csv", "Kontaktname,Wo\nMia Berg,Halden\n")
    next_one = a_file(tmp_path, "map5.csv", "Kontaktname,Wo\nTom Ode,Halden\n")
    refused = begun("import", next_one)

    done = begun.on_day("import", first, "--map", "Kontaktname=name", "--map", "Wo=company")
    again = begun.on_day("import", next_one)

    assert 'import map5.csv --map "Kontaktname=name"' in refused.err
    assert again["files"][0]["mapping"] == {"Kontaktname": "name", "Wo": "company"}
    assert begun.on_day("person", "show", "Tom Ode")["positions"][0]["company"] == "Halden"
    begun.on_day("import", "--undo", str(again["import_id"]))
    begun.on_day("import", "--undo", str(done["import_id"]))
    assert begun("import", next_one).code == 1
