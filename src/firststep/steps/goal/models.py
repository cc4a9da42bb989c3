"""Step 1, what we keep: the campaign, its rounds, and the companies."""

from secrets import token_hex
from typing import Any

from django.db import models


class Campaign(models.Model):
    """One seeker's campaign. It owns every other row; `revision` rises with every entry."""

    seeker = models.OneToOneField("firststep.User", models.CASCADE, related_name="campaign")
    time_zone = models.CharField(max_length=64, default="UTC")
    moved_on = models.DateField(null=True)  # the day, in the zone before, the zone was changed
    country = models.CharField(max_length=2, blank=True)
    # Of the pages and the letters; "": the pages go by the browser, the letters are English.
    language = models.CharField(max_length=8, blank=True, default="", db_default="")
    working_days = models.CharField(max_length=7, default="12345")  # ISO weekdays
    minutes_a_day = models.PositiveSmallIntegerField(default=45)
    away = models.JSONField(default=list)  # [first day, last day] of each absence
    playbook = models.TextField(blank=True)  # TOML: what differs from the playbook it starts from
    revision = models.PositiveIntegerField(default=0)
    linkedin = models.CharField(max_length=200, blank=True)  # the seeker's own profile slug
    linkedin_account = models.CharField(max_length=4, default="free")  # free, paid
    phone = models.CharField(max_length=50, blank=True)  # the seeker's own number, as typed
    # The file of lines typed on the phone, where it is not the usual one.
    inbox = models.CharField(max_length=1000, blank=True, default="", db_default="")
    # Keys the hashes of do-not-contact, so that they tell nothing outside this campaign.
    secret = models.CharField(max_length=64, default=token_hex)
    # Tells this database from another in its place: a restore gives a new one, so that nothing
    # remembered or drawn of the data before it passes for the data after.
    mark = models.CharField(max_length=64, default=token_hex)
    # The `Standing` of its journal as it was read for a mere look; None where somebody may write.
    read_at: Any = None


class Goal(models.Model):
    """A dated round of searching. Landing ends it; the next search is a new round."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="goals")
    role = models.CharField(max_length=200)
    department = models.CharField(max_length=200)
    places = models.JSONField(default=list)
    exploring = models.BooleanField(default=False)
    exploring_since = models.DateField(null=True)
    # What the seeker has done that bears on it, as a sentence of their own for every letter.
    background = models.CharField(max_length=300, blank=True, default="", db_default="")
    until = models.DateField(null=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True)
    # Where the seeker landed; None: the round runs, or was ended by the next one.
    landed_at = models.ForeignKey(
        "firststep.Company", models.SET_NULL, null=True, related_name="landed_in"
    )


class Company(models.Model):
    """An employer: a target of the round, or merely known because somebody works there.

    `key` is the name as `company_matching.company_key` folds it, so "Google" and "Google LLC"
    are one company; `motivation` is the seeker's own 1-5.
    """

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="companies")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)
    domain = models.CharField(max_length=253, blank=True)
    aliases = models.JSONField(default=list)
    noted = models.JSONField(default=list)  # why the seeker took note of it, in words
    targeted_on = models.DateField(null=True)
    motivation = models.PositiveSmallIntegerField(default=3)
    phone = models.CharField(max_length=50, blank=True, default="", db_default="")  # switchboard
    phone_on = models.DateField(null=True)  # the day that was written down
    stage = models.CharField(max_length=10, blank=True)
    staged_on = models.DateField(null=True)
    interviewed_on = models.DateField(null=True)  # first in this round; a rejection keeps it
    answer_by = models.DateField(null=True)  # when a job offer is to be answered
    import_id = models.ForeignKey(
        "firststep.Import", models.SET_NULL, null=True, db_column="import_id", related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "key"], name="company_once"),
        ]
        indexes = [
            models.Index(
                fields=["campaign"],
                condition=models.Q(targeted_on__isnull=False),
                name="company_targets",
            )
        ]


class JobOpening(models.Model):
    """An opening seen at a company: what it is for, where, when, and since when applied for."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="openings")
    company = models.ForeignKey(Company, models.CASCADE, related_name="openings")
    role = models.CharField(max_length=500, blank=True)  # in the seeker's words
    link = models.CharField(max_length=2000, blank=True)
    seen_on = models.DateField()
    applied_on = models.DateField(null=True)
    import_id = models.ForeignKey(
        "firststep.Import", models.SET_NULL, null=True, db_column="import_id", related_name="+"
    )
