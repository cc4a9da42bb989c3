"""What somebody and the seeker have besides notes, as of a day: by person, in three queries."""

from collections import defaultdict
from datetime import date
from typing import Any, cast

from firststep.facts.habits import Between, OfferFacts
from firststep.habits.events.models import Encounter, Offer
from firststep.habits.favours.models import Promise

BETWEEN_IN = ("Encounter", "Event", "Offer", "Promise", "Touch")


def read_between(campaign: int, today: date) -> dict[int, Between]:
    """Of everybody there is something of: the newest encounter and offer, the open promises."""
    found: dict[int, dict[str, Any]] = defaultdict(dict)
    met = Encounter.objects.filter(campaign=campaign, touch__on__lte=today)
    for person, event, on, said in met.order_by("touch__on", "touch__order").values_list(
        "touch__person_id", "event__name", "touch__on", "said"
    ):
        found[person] |= {"event": event or "", "event_on": on, "said": said}
    offers = Offer.objects.filter(campaign=campaign, touch__on__lte=today)
    for person, says, to, made_on, until in offers.order_by(
        "touch__on", "touch__order"
    ).values_list("touch__person_id", "says", "to", "touch__on", "until"):
        found[person]["offer"] = OfferFacts(says, cast(Any, to), made_on, until)
    promises = Promise.objects.filter(campaign=campaign, on__lte=today).exclude(kept_on__lte=today)
    for person, whose, what in promises.order_by("on", "pk").values_list(
        "person_id", "whose", "what"
    ):
        side = "promised" if whose == "mine" else "awaited"
        found[person][side] = (*found[person].get(side, ()), what)
    return {person: Between(**parts) for person, parts in found.items()}
