"""Reading what was recorded: the newest first, a page at a time, found by words."""

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from firststep.facts.text import fold
from firststep.journal.models import Entry
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.people.finding.many_ids import among_given, ids_parameter

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

NEWEST_OF_ALL = 2**31 - 1  # no revision is as high
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
    behind = NEWEST_OF_ALL if before is None else before
    kinds = tuple(verbs), tuple(besides)
    if sought := fold(words).split():
        rows = _of_kinds(campaign.pk, *kinds).filter(revision__lt=behind)
        return list(rows.filter(pk__in=_with_words(rows, sought, most))[:most])
    return _a_page(*kinds, most)(campaign=campaign.pk, before=behind)


@lru_cache(maxsize=32)
def _a_page(verbs: tuple[str, ...], besides: tuple[str, ...], most: int) -> KeptQuery[Entry]:
    return KeptQuery(
        lambda: _of_kinds(Blank("campaign"), verbs, besides).filter(revision__lt=Blank("before"))[
            :most
        ]
    )


def _of_kinds(
    campaign: int | Blank, verbs: tuple[str, ...], besides: tuple[str, ...]
) -> QuerySet[Entry]:
    rows = _entries(campaign)
    rows = rows.filter(verb__in=verbs) if verbs else rows
    return rows.exclude(verb__in=besides) if besides else rows


def recorded_as(campaign: "Campaign", revisions: Iterable[int]) -> dict[int, Entry]:
    """The entries of those revisions."""
    rows = _RECORDED(campaign=campaign.pk, revisions=ids_parameter(set(revisions)))
    return {entry.revision: entry for entry in rows}


_RECORDED = KeptQuery(
    lambda: _entries(Blank("campaign")).filter(revision__in=among_given("revisions"))
)


def staged(campaign: "Campaign", companies: Iterable[int]) -> dict[int, Entry]:
    """The newest entry that says how far each company has come."""
    about = {f"company:{key}": key for key in companies}
    if not about:
        return {}
    standing = Q(verb="stage", about__in=about, undone_by=None)
    rows = _entries(campaign.pk).filter(standing).order_by("revision")
    return {about[entry.about]: entry for entry in rows}


def _entries(campaign: int | Blank) -> QuerySet[Entry]:
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
