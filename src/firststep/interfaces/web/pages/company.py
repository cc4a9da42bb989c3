"""Company: whom one knows there, whom one should, by which ways, and how far things are."""

from django.http import Http404, HttpResponse

from firststep.facts.line_kinds import LINE_KIND
from firststep.facts.said import say, to_say
from firststep.facts.text import fold
from firststep.interfaces.answers.asked_there import AdviceAsked, referrers, touches_there
from firststep.interfaces.answers.day import day_of
from firststep.interfaces.answers.ways_in import ways_to_seat
from firststep.interfaces.answers.who import Acquaintance, SeatToKnow, WhoThere, who_there
from firststep.interfaces.links import tel
from firststep.interfaces.web.cards import searches
from firststep.interfaces.web.forms import parted, record
from firststep.interfaces.web.steps_there import steps_there
from firststep.interfaces.web.visit import Visit, page, writes
from firststep.interfaces.web.ways_drawn import WAYS_DRAWN, ways_drawn
from firststep.interfaces.words.counts import sentence
from firststep.interfaces.words.people import TIES, part_words
from firststep.interfaces.words.stages import STAGES
from firststep.plan.shown import Shown, plan_on
from firststep.steps.goal.models import Company
from firststep.steps.goal.rows import with_openings
from firststep.steps.people.ties.tie_kind import SAID_SO
from firststep.steps.people.whom import Whom, whom

MOTIVATIONS = (
    (5, to_say("Dearest")), (4, to_say("Very much")), (3, to_say("Gladly")),
    (2, to_say("Perhaps")), (1, to_say("If need be")),
)  # fmt: skip
IN_DOUBT = {"exact": "", "strong": to_say("very likely"), "weak": to_say("perhaps")}


@page
def company(visit: Visit, company: int) -> HttpResponse:
    """One target, or one company that is merely known."""
    row, openings = with_openings(visit.campaign, company)
    if row is None:
        raise Http404
    found = whom(visit.campaign, [row], today=visit.on, department=row.department)
    touches = touches_there(visit.campaign, found, on=visit.on)
    there = who_there(found[0], row.department, row.role, touches)
    context = {
        "place": "companies",
        "company": row,
        "stage": _stage(row.stage),
        "stages": tuple((key, _stage(key) or say("Nothing yet")) for key in STAGES),
        "motivations": [(number, say(words)) for number, words in MOTIVATIONS],
        **_people(there),
        **_by_the_plan(visit, row, there),
        "advice": [advice_row(one) for one in there.advice],
        "aliases": ", ".join(row.aliases),
        "openings": openings,
        "referrers": referrers(found[0], touches),
        **_other_names(found[0]),
        "rings": tel(row.phone),
    }
    return visit.page("company.html", context)


def _stage(stage: str) -> str:
    words = STAGES.get(stage, "")
    return say(words) if words else ""


def _by_the_plan(visit: Visit, row: Company, there: WhoThere) -> dict[str, object]:
    """The posts with the ways in to each, and what is under way with whom; without ways and steps
    where one does not wish to work."""
    if row.targeted_on is None:
        return {"seats": [_post(seat, there, None) for seat in there.seats]}
    shown = plan_on(visit.campaign, visit.on)
    return shown.once(
        f"company {row.pk}",
        lambda: {
            "seats": [_post(seat, there, shown) for seat in there.seats],
            "under_way": steps_there(day_of(shown), row.name),
        },
    )


def _post(seat: SeatToKnow, there: WhoThere, shown: Shown | None) -> dict[str, object]:
    """A post, where to look for its holder, and the ways in: drawn, and as rows."""
    ways = ways_to_seat(shown, seat.seat_id, most=WAYS_DRAWN) if shown else []
    return {
        "seat": seat,
        "searches": searches(there.company, seat.title),
        "ways": ways_drawn(ways, shown.snapshot, seat=seat.title) if shown else None,
        "ways_in": ways,
    }


def _people(there: WhoThere) -> dict[str, object]:
    """Whom the seeker knows there, and who was only named."""
    return {
        "known": [known_row(one) for one in there.known if one.tie],
        "named": [known_row(one) for one in there.known if not one.tie],
    }


def _other_names(there: Whom) -> dict[str, object]:
    """How the company is written elsewhere: names taken for it, and those still in doubt."""
    return {
        "to_check": [one for one in there.written if one.sureness == "weak"],
        "also": [one.name for one in there.written if one.sureness != "weak"],
    }


def known_row(one: Acquaintance) -> dict[str, object]:
    """Somebody there: who, how sure, what they are for the seeker, and why."""
    return {
        "one": one,
        "tie": say(TIES[one.tie]) if one.tie else say("named"),
        "sure": say(IN_DOUBT[one.sureness]) if IN_DOUBT[one.sureness] else "",
        "part": part_words(one.part, one.part_sureness).removeprefix("works "),
        "tie_why": "" if one.tie_why == say(SAID_SO) else one.tie_why,
    }


def advice_row(one: AdviceAsked) -> dict[str, object]:
    """Somebody who was asked for advice there, the question, and each answer in words."""
    said = [(sentence(say(LINE_KIND[line.kind].words)), line) for line in one.said]
    return {"one": one, "question": one.question or say("Advice"), "said": said}


@writes
def edit(visit: Visit, company: int) -> HttpResponse:
    """Corrects what is known of a company."""
    record(visit, "company edit", company=company, aliases=parted(visit, "aliases"))
    return visit.done()


@writes
def seat(visit: Visit, company: int) -> HttpResponse:
    """Who holds a post; a name not yet in the address book is added with it."""
    holder = visit.text("holder")
    key = visit.text("holder_id") or _known_there(visit, company, holder)
    record(
        visit,
        "seat",
        also=("linkedin",),
        company=company,
        holder=key or None,
        newcomer="" if key else holder,
    )
    return visit.done()


def _known_there(visit: Visit, company: int, name: str) -> str:
    """The id of who has that whole name at that company already (rhythm F11); "" for nobody."""
    row = Company.objects.filter(campaign=visit.campaign, pk=company).first()
    if not name or row is None:
        return ""
    known = whom(visit.campaign, [row], today=visit.on)[0].known
    return next((str(one.person_id) for one in known if fold(one.name) == fold(name)), "")
