"""The plain script an import is measured against: csv.reader into sqlite3, one transaction.

Same rows, same indexes, same search table, nothing else: no names looked at, no matches.
Run: python bench/plain_import.py CSV DATABASE
"""

import csv
import sqlite3
import sys
from datetime import datetime
from pathlib import Path


def main(source: str, database: str) -> None:
    base = sqlite3.connect(database, isolation_level=None)
    base.execute("PRAGMA journal_mode=DELETE")
    base.execute("PRAGMA synchronous=FULL")
    base.execute("PRAGMA foreign_keys=ON")
    base.execute("BEGIN IMMEDIATE")
    people, posts, ties, addresses = [], [], [], []
    companies: dict[str, int] = {}
    with Path(source).open(newline="", encoding="utf-8") as file:
        rows = csv.reader(file)
        for row in rows:
            if row[:1] == ["First Name"]:
                break
        for given, family, url, email, company, title, day in rows:
            if not given:
                continue
            person = len(people) + 1
            name = f"{given} {family}"
            since = datetime.strptime(day, "%d %b %Y").date().isoformat()  # noqa: DTZ007
            at = companies.setdefault(company.lower(), len(companies) + 1)
            people.append(
                (person, 1, name, given, family, name.lower(), f"{name} {title} {company}".lower(),
                 url.rsplit("/", 1)[1].lower(), "", "", None, "", "[]", "2026-11-23", 1)
            )  # fmt: skip
            posts.append((person, 1, person, at, company, title, 1, "2026-11-23", 0, 1))
            ties.append((person, 1, person, "", "", since, 0, 1))
            if email:
                addresses.append((len(addresses) + 1, 1, person, "email", email, email, 1))
    base.execute("INSERT INTO firststep_import(id, campaign_id, \"on\", files) "
                 "VALUES (1, 1, '2026-11-23', '[]')")  # fmt: skip
    base.executemany(
        "INSERT INTO firststep_company(id, campaign_id, name, key, domain, aliases, noted, "
        "motivation, opening, stage, import_id) "
        "VALUES (?, 1, ?, ?, '', '[]', '[]', 3, '', '', 1)",
        [(key, name, name) for name, key in companies.items()],
    )
    base.executemany(
        "INSERT INTO firststep_person(id, campaign_id, name, given, family, name_key, search_text, "
        "linkedin, place, note, do_not_contact_on, do_not_contact_why, by_hand, known_since, "
        "import_id, birthday) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'')",
        people,
    )
    base.executemany(
        "INSERT INTO firststep_position(id, campaign_id, person_id, company_id, written, title, "
        "current, as_of, by_hand, import_id) VALUES (?,?,?,?,?,?,?,?,?,?)",
        posts,
    )
    base.executemany(
        "INSERT INTO firststep_tie(id, campaign_id, person_id, kind, how, since, by_hand, "
        "import_id) VALUES (?,?,?,?,?,?,?,?)",
        ties,
    )
    base.executemany(
        "INSERT INTO firststep_address(id, campaign_id, person_id, kind, value, key, import_id) "
        "VALUES (?,?,?,?,?,?,?)",
        addresses,
    )
    base.execute("COMMIT")


if __name__ == "__main__":
    main(*sys.argv[1:])
