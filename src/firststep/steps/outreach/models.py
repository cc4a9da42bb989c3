"""Step 4, what we keep: contacts that really happened, their answers, texts and wordings."""

from django.db import models


class Touch(models.Model):
    """Any contact that really happened, in or out. A draft or an unanswered ring is never one.

    `kind` says what it was (`firststep.facts.kinds.LogKind`); `text` what was written or said,
    where the seeker kept it. `order` is the revision it was recorded in.
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="touches")
    person = models.ForeignKey("firststep.Person", models.CASCADE, related_name="touches")
    approach = models.ForeignKey(
        "firststep.Approach", models.SET_NULL, null=True, related_name="touches"
    )
    on = models.DateField()
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=13)
    inbound = models.BooleanField(default=False)
    channel = models.CharField(max_length=9, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["campaign", "on"], name="touch_day")]


class Outcome(models.Model):
    """What an approach came to, with its day: yes, no, later, helped, refers, a bounce …"""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    approach = models.ForeignKey("firststep.Approach", models.CASCADE, related_name="outcomes")
    touch = models.OneToOneField(Touch, models.CASCADE, null=True, related_name="outcome")
    kind = models.CharField(max_length=13)
    on = models.DateField()
    order = models.PositiveIntegerField()
    until = models.DateField(null=True)
    named = models.ForeignKey("firststep.Person", models.SET_NULL, null=True, related_name="+")
    by_call = models.BooleanField(default=False)
    expected = models.BooleanField(default=False)  # whoever was named expects the seeker (F34)


class Message(models.Model):
    """The text of one step as it is kept: from a draft, blanks and all, to what was sent.

    It is one person's and, once that is open, an approach's; `kind` and `ask` say for which step
    (`firststep.facts.kinds.SentKind`, `Ask`). `state` goes as `firststep.facts.message` says;
    `approved` is the mark of exactly the text that was approved, empty for any other.
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="messages")
    person = models.ForeignKey("firststep.Person", models.CASCADE, related_name="messages")
    approach = models.ForeignKey(
        "firststep.Approach", models.SET_NULL, null=True, related_name="messages"
    )
    touch = models.OneToOneField(Touch, models.SET_NULL, null=True, related_name="message")
    kind = models.CharField(max_length=13)
    ask = models.CharField(max_length=12, blank=True)
    channel = models.CharField(max_length=9)
    wording = models.CharField(max_length=60, blank=True)
    to = models.CharField(max_length=320, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField()
    state = models.CharField(max_length=11, default="draft")
    approved = models.CharField(max_length=64, blank=True)
    rfc_id = models.CharField(max_length=255, blank=True)  # the Message-ID a mail went out with
    kept_on = models.DateField()
    order = models.PositiveIntegerField()


class OwnWording(models.Model):
    """A wording in the seeker's own words: one more, or in the place of the one of that name that
    came along. `text` was read without a complaint when it was kept."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="wordings")
    name = models.CharField(max_length=60)
    text = models.TextField()
    kept_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "name"], name="own_wording_once"),
        ]


class ChosenWording(models.Model):
    """The wording the seeker took last on an occasion, as `drafting.draft` names that: it comes
    first when the occasion comes again."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    occasion = models.CharField(max_length=200)
    wording = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "occasion"], name="chosen_wording_once"),
        ]


class Heard(models.Model):
    """Something that came in, before the seeker says what it is: nothing else is written by it.

    `key` is the mark of the message, so that it is taken in once; `proposals` is what was
    understood, the likeliest first, each with the sentence it rests on (`hearing.incoming`);
    `dead` are addresses that will never arrive. `settled_as` is what it was said to be, or "" where
    it was put aside; until then `settled_on` is empty.
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="heard")
    person = models.ForeignKey(
        "firststep.Person", models.CASCADE, null=True, related_name="heard_from"
    )
    approach = models.ForeignKey("firststep.Approach", models.SET_NULL, null=True, related_name="+")
    source = models.CharField(max_length=7)  # pasted, file, mailbox
    key = models.CharField(max_length=64)
    on = models.DateField()  # the day it came in
    order = models.PositiveIntegerField()
    automatic = models.BooleanField()
    writer = models.CharField(max_length=300, blank=True)  # as it names itself
    sender = models.CharField(max_length=320, blank=True)  # the address it came from
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField()  # their own words, without what they quote
    proposals = models.JSONField(default=list)
    dead = models.JSONField(default=list)
    settled_on = models.DateField(null=True)
    settled_as = models.CharField(max_length=13, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "key"], name="heard_once"),
        ]
