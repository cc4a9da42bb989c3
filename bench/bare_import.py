"""The bare script an import is measured against: csv.reader into sqlite3, in one transaction.

The same rows and indexes, the search table filled by one statement; no name is looked at,
nobody is known already, nothing is matched and nothing remembered.
Run: python bench/bare_import.py CSV DATABASE
"""

import csv
import sqlite3
import sys
from pathlib import Path

ON = "2026-11-23"
MONTHS = {name: f"{number:02}" for number, name in enumerate(
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], start=1
)}  # fmt: skip
SEARCH = "firststep_person_search"
FILL = f"INSERT INTO {SEARCH}(rowid, search_text) SELECT id, search_text FROM firststep_person"

COLUMNS = {
    "company": "id, campaign_id, name, key, domain, aliases, noted, motivation, stage, import_id",
    "person": "id, campaign_id, name, given, family, name_key, search_text, linkedin, place, note, "
              "do_not_contact_why, by_hand, known_since, import_id, birthday",
    "position": "campaign_id, person_id, company_id, written, title, current, as_of, by_hand, "
                "import_id",
    "tie": "campaign_id, person_id, kind, how, since, by_hand, import_id",
    "address": "campaign_id, person_id, kind, value, key, import_id",
}  # fmt: skip


def main(source: str, database: str) -> None:
    base = sqlite3.connect(database, isolation_level=None)
    base.execute("PRAGMA cache_size = -24576")
    base.execute("BEGIN IMMEDIATE")
    base.execute(f"DROP TRIGGER {SEARCH}_new")
    base.execute("INSERT INTO firststep_import(id, campaign_id, \"on\", files) "
                 f"VALUES (1, 1, '{ON}', '[]')")  # fmt: skip
    write(base, source)
    base.execute(FILL)
    base.execute("COMMIT")


def write(base: sqlite3.Connection, source: str) -> None:
    people, posts, ties, addresses = [], [], [], []
    companies: dict[str, int] = {}
    (first,) = base.execute("SELECT max(id) + 1 FROM firststep_company").fetchone()
    with Path(source).open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(row for row in rows if row[:1] == ["First Name"])
        named = (row for row in rows if row[0])
        for person, (given, family, url, email, company, title, day) in enumerate(named, start=1):
            at = companies.setdefault(company.lower(), first + len(companies))
            name = f"{given} {family}"
            people.append(
                (person, 1, name, given, family, name.lower(), f"{name} {title} {company}".lower(),
                 url[28:].lower(), "", "", "", "[]", ON, 1, "")
            )  # fmt: skip
            posts.append((1, person, at, company, title, 1, ON, 0, 1))
            since = f"{day[7:]}-{MONTHS[day[3:6]]}-{day[:2]}"
            ties.append((1, person, "", "", since, 0, 1))
            if email:
                addresses.append((1, person, "email", email, email, 1))
    known = [(at, 1, name, name, "", "[]", "[]", 3, "", 1) for name, at in companies.items()]
    for table, found in (("company", known), ("person", people), ("position", posts),
                         ("tie", ties), ("address", addresses)):  # fmt: skip
        columns = COLUMNS[table]
        marks = ", ".join("?" * len(columns.split(",")))
        base.executemany(f"INSERT INTO firststep_{table}({columns}) VALUES ({marks})", found)


if __name__ == "__main__":
    main(*sys.argv[1:])
