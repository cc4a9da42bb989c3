"""The journal: every verb writes exactly one entry."""

from django.db import models


class Entry(models.Model):
    """One thing the seeker recorded, with what the changed rows were before.

    `before` lists `[model, key, fields or null]` in the order of writing, null for a row that was
    made; `made` holds runs of keys `[model, first, last]` of rows made in bulk.
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="entries")
    revision = models.PositiveIntegerField()
    verb = models.CharField(max_length=40)
    words = models.TextField()
    about = models.CharField(max_length=40, blank=True)
    on = models.DateField()
    recorded_at = models.DateTimeField()
    door = models.CharField(max_length=10)
    once_key = models.CharField(max_length=64, null=True)  # null: a door that cannot repeat
    before = models.JSONField(default=list)
    made = models.JSONField(default=list)
    undone_by = models.ForeignKey("self", models.SET_NULL, null=True, related_name="undid")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "once_key"], name="entry_once"),
            models.UniqueConstraint(fields=["campaign", "revision"], name="entry_revision"),
        ]
        indexes = [models.Index(fields=["campaign", "about", "revision"], name="entry_about")]
