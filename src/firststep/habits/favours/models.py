"""Favours, what we keep: help given and received, and what was promised."""

from django.db import models


class Favour(models.Model):
    """Help the seeker gave or received, in her words.

    `touch` is the line of the log that tells of it, where one does: without that line it never was.
    That it was thanked for is the log's to say; `told_on` is what the log does not know, and
    `settled_on` that the seeker leaves it at that.
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="favours")
    person = models.ForeignKey("firststep.Person", models.CASCADE, related_name="favours")
    way = models.CharField(max_length=8)  # given, received
    what = models.CharField(max_length=500)
    on = models.DateField()
    touch = models.OneToOneField(
        "firststep.Touch", models.CASCADE, null=True, related_name="favour"
    )
    returns = models.ForeignKey("self", models.SET_NULL, null=True, related_name="returned_by")
    told_on = models.DateField(null=True)
    settled_on = models.DateField(null=True)


class Promise(models.Model):
    """What one of the two said they would do: the seeker (`mine`) or the other. Kept or not yet."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="promises")
    person = models.ForeignKey("firststep.Person", models.CASCADE, related_name="promises")
    whose = models.CharField(max_length=6)  # mine, theirs
    what = models.CharField(max_length=500)
    on = models.DateField()
    touch = models.ForeignKey("firststep.Touch", models.CASCADE, null=True, related_name="promises")
    kept_on = models.DateField(null=True)
