"""All settings. Everything a host may change comes from the environment, with a FIRSTSTEP_ name."""

import os
import re
import secrets
import sqlite3
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from firststep.errors import CannotDo
from firststep.facts.kinds import LANGUAGE_NAMES

WRITERS_WAIT_SECONDS = 5  # for others who write, before it is said that they do
NOT_A_DATABASE = (
    "FIRSTSTEP_DATABASE_URL must look like postgresql://user:password@host:5432/name; a sign such "
    "as # or / in the password is written %23 or %2F. Unset it to use the file in your data folder."
)
NO_DRIVER = (
    "FIRSTSTEP_DATABASE_URL names a PostgreSQL database, and what speaks to one is not installed. "
    "Install the package psycopg beside Firststep, or unset it to use the file in your data folder."
)
NO_HOME = (
    "Firststep finds no home folder to keep your data in. Set FIRSTSTEP_HOME to the whole path of "
    "a folder of yours."
)


def data_folder() -> Path:
    """Where this person's data lives: `$FIRSTSTEP_HOME`, otherwise the platform's data folder."""
    home = present("FIRSTSTEP_HOME")
    try:
        if home:
            return Path(home).expanduser()
        if os.environ.get("HOME") == "":
            del os.environ["HOME"]  # there but empty, it would stand for the computer's root
        Path.home()
    except RuntimeError as error:  # `~nouser`, or nobody's home
        raise CannotDo(NO_HOME, kind="unavailable") from error
    from platformdirs import user_data_path

    return user_data_path("firststep", appauthor=False)


def wal_is_safe() -> bool:
    """Whether this SQLite is one whose WAL cannot be corrupted by two connections meeting.

    SQLite 3.7.0 to 3.51.2 had the race; fixed in 3.51.3, 3.50.7 and 3.44.6 (sqlite.org/wal.html).
    """
    v = sqlite3.sqlite_version_info
    return v >= (3, 51, 3) or (3, 50, 7) <= v < (3, 51) or (3, 44, 6) <= v < (3, 45)


def sqlite_database(file: Path) -> dict[str, Any]:
    """Settings for one SQLite file: IMMEDIATE, or readers who then write lose their work."""
    return {
        "ENGINE": "firststep.keeping",
        "NAME": str(file),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": WRITERS_WAIT_SECONDS,
            "init_command": f"PRAGMA journal_mode={'WAL' if wal_is_safe() else 'DELETE'};"
            "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            # Changed pages stay in memory until the end: written sooner, nobody could read.
            "PRAGMA cache_spill=OFF;",
        },
    }


def present(name: str) -> str:
    """A setting of the environment; what is there but empty is unset."""
    return os.environ.get(name, "").strip()


def database(url: str, folder: Path) -> dict[str, Any]:
    """The database a URL names (`postgresql://user@host:port/name`), else the folder's file.

    Raises CannotDo for any other kind of URL; the URL itself is never repeated, it may hold a
    password.
    """
    if not url:
        return sqlite_database(folder / "firststep.sqlite3")
    try:
        parts = urlsplit(url)
        port = str(parts.port or "")
        readable = parts.scheme in ("postgres", "postgresql") and bool(parts.path.strip("/"))
    except ValueError:  # it quotes what it cannot read
        readable = False
    if not readable:
        raise CannotDo(NOT_A_DATABASE, kind="bad_input")
    try:
        import_module("psycopg")
    except ImportError as error:
        raise CannotDo(NO_DRIVER, kind="unavailable") from error
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": port,
        # One that hangs counts as away after five seconds; one that is back is found again.
        "OPTIONS": {"connect_timeout": "5", **_patient(dict(parse_qsl(parts.query)))},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _patient(options: dict[str, str]) -> dict[str, str]:
    """PostgreSQL would wait for ever; what the URL says of it comes last, and wins."""
    waits = f"-c lock_timeout={WRITERS_WAIT_SECONDS}s"
    return {**options, "options": f"{waits} {options.get('options', '')}".strip()}


def secrets_of_settings() -> list[str]:
    """What no log may hold: the database's address, and its password however it is written."""
    url = present("FIRSTSTEP_DATABASE_URL")
    found = [url, present("FIRSTSTEP_SECRET_KEY")]
    for password in re.findall(r"//[^:/?#]*:(.*)@", url) + re.findall(r"password=([^&]+)", url):
        found += [password, unquote(password)]
    return sorted({secret for secret in found if len(secret) > 3}, key=len, reverse=True)


HERE = Path(__file__).parent
DATA = data_folder()
DATABASES = {"default": database(present("FIRSTSTEP_DATABASE_URL"), DATA)}
# Signs only the forms of one running site, so a fresh one each start loses nothing.
SECRET_KEY = present("FIRSTSTEP_SECRET_KEY") or secrets.token_urlsafe(48)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]  # and the name of its own that a running site has
TUNNEL = ""  # the name of the seeker's own tunnel, which speaks HTTPS (`serve --allow-host`)
INSTALLED_APPS = ["firststep"]
AUTH_USER_MODEL = "firststep.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = list(LANGUAGE_NAMES.items())  # a browser that asks for another reads English
ROOT_URLCONF = "firststep.urls"
WSGI_APPLICATION = "firststep.wsgi.application"
STATIC_URL = "/static/"
STATIC_ROOT = HERE / "interfaces" / "web" / "static"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "firststep.interfaces.web.languages.InLanguage",
    "firststep.interfaces.web.gate.LocalGate",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pages; files of ours are small, and kept
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "firststep.interfaces.web.refusals.Refusals",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "interfaces" / "web" / "templates"],
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "builtins": ["django.templatetags.i18n", "firststep.interfaces.web.words"],
        },
    }
]
# The site may be told to take another day for today (`serve --on`, the demonstration, tests).
TODAY: date | None = None
# Addresses of our own files change with their content; a changed font or icon gets another name.
WHITENOISE_MAX_AGE = 365 * 24 * 3600
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # until the browser is closed
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "firststep.interfaces.web.refusals.csrf_failed"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
LOGGING: dict[str, Any] = {"version": 1, "disable_existing_loggers": False}
LOGGING_CONFIG = None
