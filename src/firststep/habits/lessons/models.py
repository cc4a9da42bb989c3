"""Lessons, what we keep: what conversations taught about the work."""

from django.db import models


class Lesson(models.Model):
    """What somebody told of the work, in the seeker's words. It goes with its talk."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="lessons")
    touch = models.ForeignKey("firststep.Touch", models.CASCADE, related_name="lessons")
    about = models.CharField(max_length=10)  # stayed, pay, way_in, read_first
    what = models.CharField(max_length=500)
