"""Whether everything is in order with the data: what `doctor` finds."""

import os
import sqlite3
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

from firststep import __version__
from firststep.errors import CannotDo

SYNCED = ("dropbox", "onedrive", "google drive", "googledrive", "icloud", "mobile documents",
          "nextcloud", "owncloud", "syncthing", "pcloud")  # fmt: skip
NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs"})


class Check(NamedTuple):
    """One thing looked at, and whether it is in order."""

    name: str
    ok: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    ok: bool
    checks: tuple[Check, ...]
    folder: str
    sqlite_version: str
    journal_mode: Literal["wal", "delete"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthOfData(Health):
    """Where there is data that opens: how it is laid out, and how much of it there is."""

    schema_version: str
    counts: dict[str, int]


def doctor() -> Health | HealthOfData:
    """Looks at the program, the folder, the database and the campaign; changes nothing. That a
    database is damaged, or whole again, is noted beside it."""
    from firststep.settings import data_folder, wal_is_safe

    folder, wal = data_folder(), wal_is_safe()
    checks = [*_program(wal), *_folder(folder)]
    inside: dict[str, Any] = {}
    try:
        inside = _database(checks)
    except CannotDo as error:
        checks.append(Check("data", ok=error.kind == "not_found", words=error.with_command))
    checks += _set_aside()
    return (HealthOfData if inside else Health)(
        ok=all(one.ok for one in checks),
        checks=tuple(checks),
        folder=str(folder),
        sqlite_version=sqlite3.sqlite_version,
        journal_mode="wal" if wal else "delete",
        **inside,
    )


def _program(wal: bool) -> list[Check]:
    from platform import python_version

    why = "safe in this version" if wal else "WAL can be corrupted in this version"
    mode = "WAL" if wal else "DELETE"
    return [
        Check("program", ok=True, words=f"Firststep {__version__} on Python {python_version()}"),
        Check(
            "sqlite",
            ok=True,
            words=f"SQLite {sqlite3.sqlite_version}, journal {mode} ({why})",
        ),
    ]


def _folder(folder: Path) -> list[Check]:
    if not folder.is_dir():
        return [Check("folder", ok=not folder.exists(), words=f"No data folder yet at {folder}")]
    checks = [Check("folder", ok=os.access(folder, os.W_OK), words=f"Data folder {folder}")]
    for path in (folder, *sorted(folder.glob("*.sqlite3")), *sorted(folder.glob("*.key"))):
        mode = stat.S_IMODE(path.stat().st_mode)
        if os.name == "posix" and mode & 0o077:
            words = f"Others on this computer can read {path} (mode {mode:o}): chmod go-rwx"
            checks.append(Check("modes", ok=False, words=words))
    if any(word in str(folder.resolve()).casefold() for word in SYNCED):
        words = "The folder is synced by another program, which can damage a database in use"
        checks.append(Check("synced", ok=False, words=words))
    if kind := _network_kind(folder):
        words = f"The folder is on a network drive ({kind}), which can damage a database in use"
        checks.append(Check("network", ok=False, words=words))
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


def _database(checks: list[Check]) -> dict[str, Any]:
    from firststep.interfaces.opening import open_data
    from firststep.keeping.files import database_file

    open_data(create=False, mend=False)
    from django.db import connection

    kept = "PostgreSQL" if connection.vendor == "postgresql" else str(database_file() or "memory")
    checks.append(Check("database", ok=True, words=f"Database {kept}"))
    if connection.vendor == "sqlite":
        checks += _sqlite_checks(connection)
    checks.append(Check("schema", ok=True, words="The tables are those of this program"))
    told: dict[str, Any] = {"schema_version": _newest_migration(), "counts": _counts()}
    checks += _campaign(told)
    return told


def _set_aside() -> list[Check]:
    """What a restore or an update put beside the database: nothing to do, and good to know."""
    from firststep.keeping.files import set_aside_files

    kept = ", ".join(str(file) for file in set_aside_files())
    return [Check("set_aside", ok=True, words=f"Set aside earlier: {kept}")] if kept else []


def _newest_migration() -> str:
    from firststep.interfaces.opening import applied_migrations

    return max(applied_migrations(), default="")


def _sqlite_checks(connection: Any) -> list[Check]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        whole = [row[0] for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        loose = cursor.fetchall()
        cursor.execute("PRAGMA journal_mode")
        mode = cursor.fetchone()[0]
    return [
        _whole(whole),
        Check(
            "foreign_keys",
            ok=not loose,
            words=f"{len(loose)} records point at nothing"
            if loose
            else "Every record points at one that is there",
        ),
        Check("journal", ok=True, words=f"Journal mode in use: {mode}"),
    ]


def _whole(found: list[str]) -> Check:
    """What is found is known to every door from then on."""
    from firststep.keeping.damage import Damaged, forget_damage, note_damage
    from firststep.keeping.files import database_file

    file, is_whole = database_file(), found == ["ok"]
    if file is not None and is_whole:
        forget_damage(file)
    elif file is not None:
        note_damage(file, found[0])
    words = "The database is whole" if is_whole else Damaged(file).with_command
    return Check("integrity", ok=is_whole, words=words)


def _campaign(told: dict[str, Any]) -> list[Check]:
    from firststep.interfaces.opening import the_campaign

    try:
        campaign = the_campaign()
    except CannotDo as error:
        return [Check("campaign", ok=True, words=error.with_command)]
    from zoneinfo import available_timezones

    zone, country = campaign.time_zone, campaign.country
    counts = told["counts"]
    known = zone in available_timezones()
    return [
        Check("zone", ok=known, words=f"Time zone {zone}" + ("" if known else " is unknown")),
        _holidays(country),
        Check(
            "counts",
            ok=True,
            words=f"{counts['people']} people, {counts['companies']} companies, "
            f"{counts['targets']} targets, {counts['touches']} touches",
        ),
    ]


def _holidays(country: str) -> Check:
    if not country:
        return Check("country", ok=True, words="No country is set, so no public holidays count")
    from firststep.facts.public_holidays import YEARS, public_holidays

    last = max((year for year in YEARS if public_holidays(country, year)), default=None)
    known = f"its public holidays are known to the end of {last}"
    words = known if last else "no public holidays are known for it"
    return Check("country", ok=bool(last), words=f"Country {country}, {words}")


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
