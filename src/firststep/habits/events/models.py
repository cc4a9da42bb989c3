"""Events, what we keep: a day and the people met there, and what professionals offered."""

from django.db import models


class Event(models.Model):
    """A day among people: a fair, a mixer, a guest's talk. `purpose`: what the seeker goes for."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="events")
    name = models.CharField(max_length=300)
    on = models.DateField()
    place = models.CharField(max_length=300, blank=True)
    purpose = models.CharField(max_length=500, blank=True)


class Encounter(models.Model):
    """Somebody met: at which event, and what was talked about. It goes with its touch."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="encounters")
    touch = models.OneToOneField("firststep.Touch", models.CASCADE, related_name="encounter")
    event = models.ForeignKey(Event, models.SET_NULL, null=True, related_name="encounters")
    said = models.CharField(max_length=500, blank=True)


class Offer(models.Model):
    """A professional's standing offer, to the seeker or to her class: "write to me".

    Its touch is the day it was made, in the log of the approach that takes it up. Whether it was,
    and what came of it, is the log's to say.
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="offers")
    touch = models.OneToOneField("firststep.Touch", models.CASCADE, related_name="offer")
    to = models.CharField(max_length=5)  # me, class
    says = models.CharField(max_length=500)
    opens_on = models.DateField(null=True)  # from when it holds, where that is later
    until = models.DateField(null=True)
