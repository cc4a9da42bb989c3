"""Reading what was recorded: the newest first, a page at a time, found by words."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from firststep.facts.text import fold
from firststep.journal.models import Entry

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

TOLD_BY_ANOTHER = "undo"  # what it took back says so itself


def noted(
    campaign: "Campaign",
    *,
    verbs: Collection[str] = (),
    besides: Collection[str] = (),
    words: str = "",
    before: int | None = None,
    most: int,
) -> list[Entry]:
    """At most so many entries before a revision, those taken back among them.

    Of the `verbs`, or of all `besides` those; with all the `words`, case and accents folded.
    """
    rows = _entries(campaign)
    if verbs:
        rows = rows.filter(verb__in=verbs)
    rows = rows.exclude(verb__in=besides) if besides else rows
    rows = rows if before is None else rows.filter(revision__lt=before)
    if sought := fold(words).split():
        rows = rows.filter(pk__in=_with_words(rows, sought, most))
    return list(rows[:most])


def recorded_as(campaign: "Campaign", revisions: Iterable[int]) -> dict[int, Entry]:
    """The entries of those revisions."""
    rows = _entries(campaign).filter(revision__in=set(revisions))
    return {entry.revision: entry for entry in rows}


def staged(campaign: "Campaign", companies: Iterable[int]) -> dict[int, Entry]:
    """The newest entry that says how far each company has come."""
    about = {f"company:{key}": key for key in companies}
    standing = Q(verb="stage", about__in=about, undone_by=None)
    rows = _entries(campaign).filter(standing).order_by("revision")
    return {about[entry.about]: entry for entry in rows}


def _entries(campaign: "Campaign") -> QuerySet[Entry]:
    """Without what undo must know, which may be long."""
    rows = Entry.objects.filter(campaign=campaign).exclude(verb=TOLD_BY_ANOTHER)
    return (
        rows.select_related("undone_by")
        .defer("before", "made", "undone_by__before", "undone_by__made")
        .order_by("-revision")
    )


def _with_words(rows: QuerySet[Entry], sought: list[str], most: int) -> list[int]:
    found: list[int] = []
    for key, words in rows.values_list("pk", "words").iterator():
        if all(one in fold(words) for one in sought):
            found.append(key)
            if len(found) == most:
                break
    return found
