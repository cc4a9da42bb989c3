"""All settings. Everything a host may change comes from the environment, with a FIRSTSTEP_ name."""

import os
import secrets
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from firststep.errors import CannotDo


def data_folder() -> Path:
    """Where this person's data lives: `$FIRSTSTEP_HOME`, otherwise the platform's data folder."""
    if home := os.environ.get("FIRSTSTEP_HOME"):
        return Path(home).expanduser()
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
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": f"PRAGMA journal_mode={'WAL' if wal_is_safe() else 'DELETE'};"
            "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def database(url: str | None, folder: Path) -> dict[str, Any]:
    """The database a URL names (`postgresql://user@host:port/name`), else the folder's file.

    Raises CannotDo for any other kind of URL; the URL itself is never repeated, it may hold a
    password.
    """
    if not url:
        return sqlite_database(folder / "firststep.sqlite3")
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise CannotDo(
            "FIRSTSTEP_DATABASE_URL must look like postgresql://user@host/name. Unset it to use "
            "the file in your data folder.",
            kind="bad_input",
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
    }


HERE = Path(__file__).parent
DATA = data_folder()
DATABASES = {"default": database(os.environ.get("FIRSTSTEP_DATABASE_URL"), DATA)}
# Signs only the forms of one running site, so a fresh one each start loses nothing.
SECRET_KEY = os.environ.get("FIRSTSTEP_SECRET_KEY") or secrets.token_urlsafe(48)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]  # and the name of its own that a running site has
INSTALLED_APPS = ["firststep"]
AUTH_USER_MODEL = "firststep.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
ROOT_URLCONF = "firststep.urls"
WSGI_APPLICATION = "firststep.wsgi.application"
STATIC_URL = "/static/"
STATIC_ROOT = HERE / "interfaces" / "web" / "static"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "firststep.interfaces.web.gate.LocalGate",
    "whitenoise.middleware.WhiteNoiseMiddleware",
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
            "builtins": ["firststep.interfaces.web.words"],
        },
    }
]
# The site may be told to take another day for today (`serve --on`, the demonstration, tests).
TODAY: date | None = None
WHITENOISE_MAX_AGE = 3600  # addresses of our own files change with their content
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # until the browser is closed
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "firststep.interfaces.web.refusals.csrf_failed"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
LOGGING: dict[str, Any] = {"version": 1, "disable_existing_loggers": False}
LOGGING_CONFIG = None
