"""One Django app holds all tables and one chain of migrations."""

from django.apps import AppConfig


class FirststepConfig(AppConfig):
    name = "firststep"
    default_auto_field = "django.db.models.BigAutoField"
