"""Taking the newest entry back."""

from django.db.models import ProtectedError

from firststep.errors import CannotDo
from firststep.facts.said import say, to_say
from firststep.journal.actions import BROUGHT_BACK, Stamp, recording, take_back
from firststep.journal.models import Entry
from firststep.journal.turns import in_turn
from firststep.keeping.kept_query import Blank, KeptQuery
from firststep.steps.goal.models import Campaign

# What is never taken back, and why, in words. Undo does not reach past these either.
FINAL = {
    "init": to_say("There is nothing to undo."),
    "forget": to_say("The newest is that you forgot somebody; that cannot be undone."),
    "restore": to_say(
        "The newest is that you restored a backup; that cannot be undone. What was there before is "
        "kept beside the data."
    ),
    BROUGHT_BACK: to_say("The newest came with an export; what was brought back cannot be undone."),
    "send": to_say("The newest is a message that really went out; that cannot be undone."),
}


@in_turn
def undo(campaign: Campaign, *, stamp: Stamp) -> Entry:
    """Takes back the newest entry that is neither an undo nor undone (F13), and answers with it.

    Never a message really sent, `forget`, `restore` or `init`: then it says so and stays there.
    """
    with recording(campaign, stamp, verb="undo") as change:
        newest = to_take_back(campaign)
        if newest is None or why_final(newest):
            raise CannotDo(why_final(newest))
        change.words = say("You took back: {what}", what=newest.words)
        change.about = newest.about
    by = Entry.objects.get(campaign=campaign, revision=change.revision)
    try:
        take_back(newest, by=by)
    except ProtectedError as held:
        raise CannotDo(
            "This cannot be taken back, as people kept from an import stand on it: {told}",
            told=newest.words,
        ) from held
    campaign.refresh_from_db()
    return newest


def to_take_back(campaign: Campaign) -> Entry | None:
    """The newest that stands, which undo goes to, whether it may be taken back or not."""
    return _STANDING.first(campaign=campaign.pk)


_STANDING = KeptQuery(
    lambda: (
        Entry.objects.filter(campaign=Blank("campaign"), undone_by=None)
        .exclude(verb__in=("undo", "import undo", "merge undo"))
        .order_by("-revision")[:1]
    )
)


def why_final(newest: Entry | None) -> str:
    """Why the newest is never taken back; "" where it may be."""
    if newest is None:
        return say(FINAL["init"])
    brought_back = FINAL[BROUGHT_BACK] if newest.door == BROUGHT_BACK else ""
    final = FINAL.get(newest.verb, brought_back)
    return say(final) if final else ""
