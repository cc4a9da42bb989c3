"""Finding by a part of a name: the search table, made once per database. See people/finding.

SQLite: a trigram index over the people's folded text, kept true by triggers, without a copy of
the text. PostgreSQL: pg_trgm where the extension can be made; plain LIKE works without it.
"""

from typing import Any

from django.db import DatabaseError, migrations, transaction

_SQLITE = (
    "CREATE VIRTUAL TABLE firststep_person_search USING fts5(search_text, "
    "content='firststep_person', content_rowid='id', tokenize='trigram', detail=none)",
    "CREATE TRIGGER firststep_person_search_new AFTER INSERT ON firststep_person BEGIN "
    "INSERT INTO firststep_person_search(rowid, search_text) VALUES (new.id, new.search_text); END",
    "CREATE TRIGGER firststep_person_search_gone AFTER DELETE ON firststep_person BEGIN "
    "INSERT INTO firststep_person_search(firststep_person_search, rowid, search_text) "
    "VALUES ('delete', old.id, old.search_text); END",
    "CREATE TRIGGER firststep_person_search_new_text AFTER UPDATE OF search_text "
    "ON firststep_person WHEN old.search_text <> new.search_text BEGIN "
    "INSERT INTO firststep_person_search(firststep_person_search, rowid, search_text) "
    "VALUES ('delete', old.id, old.search_text); "
    "INSERT INTO firststep_person_search(rowid, search_text) VALUES (new.id, new.search_text); END",
)
_SQLITE_BACK = (
    "DROP TRIGGER IF EXISTS firststep_person_search_new_text",
    "DROP TRIGGER IF EXISTS firststep_person_search_gone",
    "DROP TRIGGER IF EXISTS firststep_person_search_new",
    "DROP TABLE IF EXISTS firststep_person_search",
)


def make(_apps: Any, editor: Any) -> None:
    """Makes what this database offers."""
    if editor.connection.vendor == "sqlite":
        for statement in _SQLITE:
            editor.execute(statement)
        return
    try:
        with transaction.atomic(using=editor.connection.alias):
            editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError:
        return  # not allowed here: searches read every row, which is right and only slower
    editor.execute(
        "CREATE INDEX firststep_person_search ON firststep_person "
        "USING gin (search_text gin_trgm_ops)"
    )


def take_away(_apps: Any, editor: Any) -> None:
    """Leaves the people as they are and drops the index."""
    if editor.connection.vendor == "sqlite":
        for statement in _SQLITE_BACK:
            editor.execute(statement)
        return
    editor.execute("DROP INDEX IF EXISTS firststep_person_search")


SEARCH_OPERATIONS = [migrations.RunPython(make, take_away)]
