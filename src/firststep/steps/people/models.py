"""Step 2, what we keep: people, where they work, how they are tied, and the seats to fill."""

from django.db import models


class Import(models.Model):
    """One import of one or more files; undoing it takes back what it alone brought."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="imports")
    on = models.DateField()
    files = models.JSONField(default=list)  # name, format, digest and counts of each
    undone_on = models.DateField(null=True)


class Person(models.Model):
    """Somebody. Only a name is required.

    `name_key` is the folded name for finding; `search_text` the folded name, title and company.
    `by_hand` names the fields the seeker edited: no import overwrites them.
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="people")
    name = models.CharField(max_length=300)
    given = models.CharField(max_length=150, blank=True)
    family = models.CharField(max_length=150, blank=True)
    name_key = models.CharField(max_length=300)
    search_text = models.TextField(blank=True)
    linkedin = models.CharField(max_length=200, null=True)  # slug, decoded, lower case
    # Since when at the latest they and the seeker are connected there; an accepted invitation is in
    # the log. None in `by_hand`: the seeker said that they are not.
    connected_on = models.DateField(null=True)
    place = models.CharField(max_length=200, blank=True)
    birthday = models.CharField(max_length=10, blank=True)  # 1990-02-14, or --02-14
    note = models.TextField(blank=True)
    # How often to stay in touch; the import writes rows without naming it.
    keep = models.CharField(max_length=9, blank=True, default="", db_default="")
    # "du" or "sie": how a German letter calls them, where the seeker chose; "" goes by the tie.
    called = models.CharField(max_length=3, blank=True, default="", db_default="")
    do_not_contact_on = models.DateField(null=True)
    do_not_contact_why = models.CharField(max_length=500, blank=True)
    by_hand = models.JSONField(default=list)
    known_since = models.DateField()  # the day this person entered the campaign
    # Which program's list they came by, "" by hand: the same list's next export knows them by name.
    source = models.CharField(max_length=30, blank=True, default="", db_default="")
    import_id = models.ForeignKey(
        Import, models.SET_NULL, null=True, db_column="import_id", related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "linkedin"], name="person_linkedin"),
        ]
        indexes = [
            models.Index(fields=["campaign", "name_key", "id"], name="person_name"),
            models.Index(fields=["campaign"], condition=~models.Q(keep=""), name="person_kept"),
        ]


class Address(models.Model):
    """An e-mail address or a phone number of a person, and whether it still works."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="addresses")
    kind = models.CharField(max_length=5)  # email, phone
    value = models.CharField(max_length=254)
    key = models.CharField(max_length=254)  # lower case, or E.164
    dead_on = models.DateField(null=True)
    known_on = models.DateField(null=True)  # the day it was written down; None: it came with a file
    import_id = models.ForeignKey(
        Import, models.SET_NULL, null=True, db_column="import_id", related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "key"], name="address_once"),
        ]
        indexes = [models.Index(fields=["campaign", "kind", "key"], name="address_key")]


class Position(models.Model):
    """Person x company x title. `ended_on` or `current=False` makes it a former one."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="positions")
    company = models.ForeignKey("firststep.Company", models.PROTECT, related_name="positions")
    written = models.CharField(max_length=300)  # the company's name as it was written
    title = models.CharField(max_length=300, blank=True)
    current = models.BooleanField(default=True)
    began_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    as_of = models.DateField()
    by_hand = models.BooleanField(default=False)
    import_id = models.ForeignKey(
        Import, models.SET_NULL, null=True, db_column="import_id", related_name="+"
    )


class Tie(models.Model):
    """How two people know each other; `other` null means the seeker.

    `kind` empty: nothing said yet, so a connection's age decides (dormant after three years).
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="ties")
    person = models.ForeignKey(Person, models.CASCADE, related_name="ties")
    # Indexed below, where set: SQLite would search the seeker's 100,000 ties by other IS NULL.
    other = models.ForeignKey(
        Person, models.CASCADE, null=True, related_name="ties_from", db_index=False
    )
    kind = models.CharField(max_length=7, blank=True)
    how = models.CharField(max_length=500, blank=True)
    since = models.DateField(null=True)
    by_hand = models.BooleanField(default=False)
    import_id = models.ForeignKey(
        Import, models.SET_NULL, null=True, db_column="import_id", related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "other"], nulls_distinct=True, name="tie_between_people"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(other__isnull=True), name="tie_of_seeker"
            ),
        ]
        indexes = [
            models.Index(
                fields=["campaign"], condition=models.Q(by_hand=True), name="tie_made_by_hand"
            ),
            models.Index(
                fields=["other"], condition=models.Q(other__isnull=False), name="tie_with_other"
            ),
        ]


class Evidence(models.Model):
    """A day on which the seeker and a person were in touch, as an export tells it.

    Never a touch of the campaign and never what was said; it only tells how close a tie is.
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=10)  # message, mail, meeting, invitation
    inbound = models.BooleanField()
    on = models.DateField()
    import_id = models.ForeignKey(
        Import, models.SET_NULL, null=True, db_column="import_id", related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind", "inbound", "on"], name="evidence_once"
            ),
        ]


class OwnPart(models.Model):
    """A post or a school of the seeker's own life, to tell with whom it overlapped."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="own_parts")
    kind = models.CharField(max_length=6)  # post, school
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)
    title = models.CharField(max_length=300, blank=True)
    began_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    import_id = models.ForeignKey(
        Import, models.SET_NULL, null=True, db_column="import_id", related_name="+"
    )


class Seat(models.Model):
    """A post at a target one should know, its holder once known."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="seats")
    company = models.ForeignKey("firststep.Company", models.CASCADE, related_name="seats")
    title = models.CharField(max_length=300)
    title_key = models.CharField(max_length=300)
    holder = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="seats")
    named_on = models.DateField(null=True)  # the day the seeker found the name
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["company", "title_key"], name="seat_once"),
        ]


class NotHolder(models.Model):
    """Somebody the seeker said does not hold a seat, whatever their title says (F31)."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, models.CASCADE, related_name="not_held_by")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "person"], name="not_holder_once")]


class CompanyMatch(models.Model):
    """A company as somebody wrote it, and the target it is, with how sure and why."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="matches")
    written = models.ForeignKey("firststep.Company", models.CASCADE, related_name="matched_to")
    company = models.ForeignKey("firststep.Company", models.CASCADE, related_name="matches")
    tier = models.CharField(max_length=6)  # exact, strong, weak
    why = models.CharField(max_length=500)
    confirmed_on = models.DateField(null=True)
    refused_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["written", "company"], name="match_once"),
        ]


class Suppression(models.Model):
    """Do-not-contact for ever: a keyed hash that outlives the person's own row (P-f)."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "digest"], name="suppression_once"),
        ]


class KnownAs(models.Model):
    """A profile or a name somebody came with and does not show any more, with its source.

    Left by a merge or a correction, so that no import brings them anew.
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="known_as")
    linkedin = models.CharField(max_length=200, null=True)
    name_key = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=30, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["campaign", "linkedin"], name="known_as_profile"),
            models.Index(fields=["campaign", "name_key"], name="known_as_name"),
        ]


class LetGo(models.Model):
    """Something of a person the seeker took out or put something else in place of.

    No import brings it back. `key` is that of the address or number, company and title of a post as
    `post_key` writes them, "" of the seeker's own tie.
    """

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="let_go")
    kind = models.CharField(max_length=5)  # email, phone, post, tie
    key = models.CharField(max_length=700, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "key"], name="let_go_once"),
        ]
        indexes = [models.Index(fields=["campaign", "kind", "key"], name="let_go_key")]


class NotSame(models.Model):
    """Two people the seeker said are not one: never suggested again. `one` has the lower id."""

    campaign = models.ForeignKey("firststep.Campaign", models.CASCADE, related_name="+")
    one = models.ForeignKey(Person, models.CASCADE, related_name="not_same")
    other = models.ForeignKey(Person, models.CASCADE, related_name="not_same_with")
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="not_same_once"),
        ]
