"""One Django app holds all tables and one chain of migrations."""

import sqlite3
from datetime import date
from functools import lru_cache

import django.db.backends.sqlite3.base  # noqa: F401  # registers its own first
from django.apps import AppConfig


class FirststepConfig(AppConfig):
    name = "firststep"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Lets SQLite's days be read once each: a campaign's rows tell few days many times."""
        sqlite3.register_converter("date", _day)


@lru_cache(maxsize=4096)
def _day(stored: bytes) -> date:
    return date.fromisoformat(stored.decode())
