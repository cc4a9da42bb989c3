"""Step 3, what we keep: who is approached, by which way in, and what is asked."""

from django.db import models


class Approach(models.Model):
    """Round + person (or a seat without a name) + way in + channel + ask."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="approaches")
    goal = models.ForeignKey("firststep.Goal", models.CASCADE, related_name="approaches")
    person = models.ForeignKey(
        "firststep.Person", models.CASCADE, null=True, related_name="approaches"
    )
    seat = models.ForeignKey(
        "firststep.Seat", models.SET_NULL, null=True, related_name="approaches"
    )
    ask = models.CharField(max_length=12)
    # What was asked until then, where the seeker asked for something else in mid-thread.
    asked_before = models.CharField(max_length=12, blank=True)
    asked_on = models.DateField(null=True)
    asked_order = models.PositiveIntegerField(default=0)
    channel = models.CharField(max_length=9)
    origin = models.CharField(max_length=10, default="proposed")
    via = models.ForeignKey("firststep.Person", models.SET_NULL, null=True, related_name="+")
    for_seat = models.ForeignKey("firststep.Seat", models.SET_NULL, null=True, related_name="+")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    closed_order = models.PositiveIntegerField(default=0)  # the revision it was closed in
    closed_why = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["campaign", "goal"], name="approach_round")]
