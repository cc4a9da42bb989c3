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
    assert "dup.csv, line 2: The row has 5 cells" in ended.err
    assert 'It says "Bob,Roe,,,Acme".' in ended.err
    assert "row 2" not in ended.err.lower()
    assert ended.err.count("The row has 5 cells") == 1


def test_a_note_tells_the_value(begun: Any, tmp_path: Path) -> None:
    file = a_file(tmp_path, "c.csv", HEADER + "Bob,Roe,,,Acme,Buyer,99 Foo 2020\n")

    told = words(begun("import", file, "--dry-run").out)

    assert "Line 2, Connected On: " in told
    assert 'It says "99 Foo 2020".' in told


def test_a_list_shows_what_each_column_was_taken_for_and_its_letters(
    begun: Any, tmp_path: Path
) -> None:
    text = "Name;Firma;Schuhe\nJörg Müller;Acme;38\n"

    told = words(begun("import", a_file(tmp_path, "l.csv", text, "cp1252"), "--dry-run").out)

    assert '"Name" is the whole name, "Firma" the company. Left out: "Schuhe".' in told
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


def test_a_question_of_two_names_is_told_whole_on_a_day_off(begun: Any, tmp_path: Path) -> None:
    row = "Bob,Roe,,,Acme Holding Deutschland,Clerk,08 Feb 2020\n"
    begun.on_day("import", a_file(tmp_path, "c.csv", HEADER + row))
    begun.on_day("person", "edit", "Ann Lee", "--tie", "known")
    for ref in ("Ann Lee", "Bob Roe"):
        begun.on_day("snooze", ref, "2027-01-04")
    for company in ("Acme", "Globex"):
        begun.on_day("close", f"s{begun.on_day('seat', company)['seat_id']}")

    told = words(begun("today", "--on", "2026-11-28").out)

    assert "The next step is Monday: look whether Acme Holding Deutschland is Acme." in told


def test_what_is_known_of_a_branch_is_one_clean_sentence(begun: Any, tmp_path: Path) -> None:
    row = "Bob,Roe,,,Acme Deutschland,Clerk,08 Feb 2020\n"
    begun.on_day("import", a_file(tmp_path, "c.csv", HEADER + row))

    told = words(begun("who", "Acme", "--on", begun.on).out)

    assert '"Acme Deutschland" looks like a branch of "Acme"; not confirmed yet.' in told


def test_counts_taken_back_are_one_person_and_many_people(begun: Any, tmp_path: Path) -> None:
    row = "Bob,Roe,,,Hooli,Clerk,08 Feb 2020\n"
    done = begun.on_day("import", a_file(tmp_path, "c.csv", HEADER + row))

    told = begun("import", "--undo", str(done["import_id"])).out

    assert "Taken back: 1 person, 1 company, 1 position." in told


def test_a_file_is_called_as_people_call_it_and_what_it_tells_is_said(
    begun: Any, tmp_path: Path
) -> None:
    schools = "School Name,Start Date,End Date,Notes,Degree Name,Activities\nTU Wien,2010,2014,,,\n"
    event = (
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20260901T100000Z\n"
        "ATTENDEE;CN=Mia Berg:mailto:mia@b.example\nATTENDEE;CN=Tom Ode:mailto:tom@b.example\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    )

    school = words(begun("import", a_file(tmp_path, "Education.csv", schools)).out)
    met = words(begun("import", a_file(tmp_path, "met.ics", event)).out)

    assert (
        "Education.csv: LinkedIn's Education.csv 1 row: nobody new. Seen in it: 1 school of yours."
        in school
    )
    assert "met.ics: a calendar (iCalendar) 1 row: 2 new." in met
    assert "Seen in it: 1 meeting. Whom they name is counted above." in met


def test_the_name_still_to_find_is_told_by_its_seat_on_a_day_off(begun: Any) -> None:
    begun.on_day("snooze", "Ann Lee", "2027-01-04")
    begun.on_day("close", f"s{begun.on_day('seat', 'Acme')['seat_id']}")

    told = words(begun("today", "--on", "2026-11-28").out)

    assert "The next step is Monday: find the Head of Purchasing (Globex)." in told
