"""Whether everything is in order with the data: what `doctor` finds."""

import os
import sqlite3
import stat
from pathlib import Path
from typing import Any

from firststep import __version__
from firststep.errors import CannotDo
from firststep.interfaces.answers.shapes import Json

SYNCED = ("dropbox", "onedrive", "google drive", "googledrive", "icloud", "mobile documents",
          "nextcloud", "owncloud", "syncthing", "pcloud")  # fmt: skip
NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"})


def doctor() -> Json:
    """Looks at the program, the folder, the database and the campaign; changes nothing."""
    from firststep.settings import data_folder, wal_is_safe

    folder = data_folder()
    checks = [*_program(wal_is_safe()), *_folder(folder)]
    found: Json = {
        "folder": str(folder),
        "sqlite_version": sqlite3.sqlite_version,
        "journal_mode": "wal" if wal_is_safe() else "delete",
    }
    try:
        told = _database(checks)
    except CannotDo as error:
        checks.append(_check("data", ok=error.kind == "not_found", words=error.with_command))
        told = {}
    return {"ok": all(one["ok"] for one in checks), "checks": checks, **found, **told}


def _check(name: str, *, ok: bool, words: str) -> Json:
    return {"name": name, "ok": ok, "words": words}


def _program(wal: bool) -> list[Json]:
    from platform import python_version

    why = "safe in this version" if wal else "WAL can be corrupted in this version"
    mode = "WAL" if wal else "DELETE"
    return [
        _check("program", ok=True, words=f"Firststep {__version__} on Python {python_version()}"),
        _check(
            "sqlite",
            ok=True,
            words=f"SQLite {sqlite3.sqlite_version}, journal {mode} ({why})",
        ),
    ]


def _folder(folder: Path) -> list[Json]:
    if not folder.is_dir():
        return [_check("folder", ok=not folder.exists(), words=f"No data folder yet at {folder}")]
    checks = [_check("folder", ok=os.access(folder, os.W_OK), words=f"Data folder {folder}")]
    for path in (folder, *sorted(folder.glob("*.sqlite3")), *sorted(folder.glob("*.key"))):
        mode = stat.S_IMODE(path.stat().st_mode)
        if os.name == "posix" and mode & 0o077:
            words = f"Others on this computer can read {path} (mode {mode:o}): chmod go-rwx"
            checks.append(_check("modes", ok=False, words=words))
    if any(word in str(folder.resolve()).casefold() for word in SYNCED):
        words = "The folder is synced by another program, which can damage a database in use"
        checks.append(_check("synced", ok=False, words=words))
    if kind := _network_kind(folder):
        words = f"The folder is on a network drive ({kind}), which can damage a database in use"
        checks.append(_check("network", ok=False, words=words))
    return checks


def _network_kind(folder: Path) -> str:
    """The kind of network file system the folder lies on; "" for a disk of this computer."""
    table = Path("/proc/mounts")
    if not table.exists():
        return ""
    real, best, kind = str(folder.resolve()), "", ""
    for row in table.read_text(errors="replace").splitlines():
        place, what = row.split()[1:3]
        inside = real == place or real.startswith(place.rstrip("/") + "/")
        if inside and len(place) >= len(best):
            best, kind = place, what
    return kind if kind in NETWORK else ""


def _database(checks: list[Json]) -> Json:
    from firststep.interfaces.opening import database_file, open_data

    open_data(create=False, mend=False)
    from django.db import connection

    kept = "PostgreSQL" if connection.vendor == "postgresql" else str(database_file() or "memory")
    checks.append(_check("database", ok=True, words=f"Database {kept}"))
    if connection.vendor == "sqlite":
        checks += _sqlite_checks(connection)
    checks.append(_check("schema", ok=True, words="The tables are those of this program"))
    told: Json = {"schema_version": _newest_migration(), "counts": _counts()}
    checks += _campaign(told)
    return told


def _newest_migration() -> str:
    from firststep.interfaces.opening import applied_migrations

    return max(applied_migrations(), default="")


def _sqlite_checks(connection: Any) -> list[Json]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        whole = [row[0] for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        loose = cursor.fetchall()
        cursor.execute("PRAGMA journal_mode")
        mode = cursor.fetchone()[0]
    return [
        _check(
            "integrity",
            ok=whole == ["ok"],
            words="The database is whole"
            if whole == ["ok"]
            else "The database is damaged: firststep restore FILE puts a backup back",
        ),
        _check(
            "foreign_keys",
            ok=not loose,
            words=f"{len(loose)} records point at nothing"
            if loose
            else "Every record points at one that is there",
        ),
        _check("journal", ok=True, words=f"Journal mode in use: {mode}"),
    ]


def _campaign(told: Json) -> list[Json]:
    from firststep.interfaces.opening import the_campaign

    try:
        campaign = the_campaign()
    except CannotDo as error:
        return [_check("campaign", ok=True, words=error.with_command)]
    from zoneinfo import available_timezones

    zone, country = campaign.time_zone, campaign.country
    counts = told["counts"]
    known = zone in available_timezones()
    return [
        _check("zone", ok=known, words=f"Time zone {zone}" + ("" if known else " is unknown")),
        _holidays(country),
        _check(
            "counts",
            ok=True,
            words=f"{counts['people']} people, {counts['companies']} companies, "
            f"{counts['targets']} targets, {counts['touches']} touches",
        ),
    ]


def _holidays(country: str) -> Json:
    if not country:
        return _check("country", ok=True, words="No country is set, so no public holidays count")
    from firststep.facts.public_holidays import YEARS, public_holidays

    last = max((year for year in YEARS if public_holidays(country, year)), default=None)
    known = f"its public holidays are known to the end of {last}"
    words = known if last else "no public holidays are known for it"
    return _check("country", ok=bool(last), words=f"Country {country}, {words}")


def _counts() -> dict[str, int]:
    from firststep.journal.models import Entry
    from firststep.steps.approach.models import Approach
    from firststep.steps.goal.models import Company
    from firststep.steps.outreach.models import Touch
    from firststep.steps.people.models import Person

    return {
        "people": Person.objects.count(),
        "companies": Company.objects.count(),
        "targets": Company.objects.filter(targeted_on__isnull=False).count(),
        "approaches": Approach.objects.count(),
        "touches": Touch.objects.count(),
        "entries": Entry.objects.count(),
    }
