"""Practising, what we keep: that it was done, a note and what one typed for the next time. Never
what was said aloud."""

from django.db import models


class Practice(models.Model):
    """One rehearsal: of a talk with somebody, of an interview at a `company`, or (both null) of
    saying who one is."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="practices")
    person = models.ForeignKey(
        "firststep.Person", models.CASCADE, null=True, related_name="practices"
    )
    approach = models.ForeignKey(
        "firststep.Approach", models.SET_NULL, null=True, related_name="practices"
    )
    company = models.ForeignKey(
        "firststep.Company", models.CASCADE, null=True, related_name="practices"
    )
    occasion = models.CharField(max_length=9)  # call, talk, who, interview
    on = models.DateField()
    order = models.PositiveIntegerField()
    note = models.CharField(max_length=500, blank=True)
    replies = models.JSONField(default=dict)  # one's own, as typed, by what they may say
