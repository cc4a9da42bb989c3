"""Practising, what we keep: that it was done, and a note for the next time. Never what was said."""

from django.db import models


class Practice(models.Model):
    """One rehearsal, of a talk with somebody or (`person` null) of saying who one is."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="practices")
    person = models.ForeignKey(
        "firststep.Person", models.CASCADE, null=True, related_name="practices"
    )
    approach = models.ForeignKey(
        "firststep.Approach", models.SET_NULL, null=True, related_name="practices"
    )
    occasion = models.CharField(max_length=4)  # call, talk, who
    on = models.DateField()
    order = models.PositiveIntegerField()
    note = models.CharField(max_length=500, blank=True)
