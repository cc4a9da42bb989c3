"""What the seeker told the plan: not until then."""

from django.db import models


class Snooze(models.Model):
    """Not until that day: a person, or a seat that has no holder yet."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="snoozes")
    person = models.ForeignKey(
        "firststep.Person", models.CASCADE, null=True, related_name="snoozes"
    )
    seat = models.ForeignKey("firststep.Seat", models.CASCADE, null=True, related_name="snoozes")
    made_on = models.DateField()
    until = models.DateField()
    why = models.CharField(max_length=500, blank=True)
