"""Step 5, what we keep: rings, conversations, interviews, and what the seeker put off."""

from django.db import models


class Call(models.Model):
    """One attempt to reach somebody by phone and how it ended; only some are touches."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    approach = models.ForeignKey("firststep.Approach", models.CASCADE, related_name="calls")
    touch = models.OneToOneField("firststep.Touch", models.CASCADE, null=True, related_name="call")
    outcome = models.CharField(max_length=9)
    on = models.DateField()
    order = models.PositiveIntegerField()


class Meeting(models.Model):
    """A conversation: agreed, dated, held or cancelled, and what the other person can do.

    `at` is the local date and time of the seeker's zone as agreed, never converted; of
    an hour that comes twice in autumn the first.
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="meetings")
    approach = models.ForeignKey("firststep.Approach", models.CASCADE, related_name="meetings")
    on_day = models.DateField(null=True)
    at_time = models.TimeField(null=True)
    how = models.CharField(max_length=9, blank=True)
    dated_on = models.DateField(null=True)
    dated_order = models.PositiveIntegerField(default=0)
    cancelled_on = models.DateField(null=True)
    held_on = models.DateField(null=True)
    ended_order = models.PositiveIntegerField(
        default=0
    )  # when it was recorded as held or cancelled
    touch = models.OneToOneField(
        "firststep.Touch", models.CASCADE, null=True, related_name="meeting"
    )
    can = models.CharField(max_length=6, blank=True)  # hire, refer, inform


class Interview(models.Model):
    """A talk an employer asked for, with whoever sits there. Day and hour are of the seeker's zone,
    as a meeting's; without an hour it is only known on which day."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="interviews")
    company = models.ForeignKey("firststep.Company", models.CASCADE, related_name="interviews")
    on_day = models.DateField()
    at_time = models.TimeField(null=True)
    how = models.CharField(max_length=9, blank=True)
    dated_on = models.DateField()
    order = models.PositiveIntegerField()  # of the last change: what a calendar counts by
    cancelled_on = models.DateField(null=True)
    held_on = models.DateField(null=True)


class Interviewer(models.Model):
    """Who sits there, or sat there, for the company."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="people")
    person = models.ForeignKey("firststep.Person", models.CASCADE, related_name="interviews")


class Snooze(models.Model):
    """Not until that day: a person, or a seat that has no holder yet."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="snoozes")
    person = models.ForeignKey(
        "firststep.Person", models.CASCADE, null=True, related_name="snoozes"
    )
    seat = models.ForeignKey("firststep.Seat", models.CASCADE, null=True, related_name="snoozes")
    made_on = models.DateField()
    order = models.PositiveIntegerField(default=0)  # what came in later than that ends it
    until = models.DateField()
    why = models.CharField(max_length=500, blank=True)
