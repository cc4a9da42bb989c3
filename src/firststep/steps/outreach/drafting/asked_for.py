"""What a step asks a text for: the conditions of a wording, the tags of a shared phrase. Pure."""

from firststep.facts.asks import ASK_KIND
from firststep.facts.channels import SPOKEN, channel_named
from firststep.facts.draft import DraftFacts
from firststep.facts.kinds import BROUGHT, MET
from firststep.facts.line_kinds import OWES_AN_ANSWER
from firststep.facts.step_kinds import FIRST_NOTES, FOLLOW_UPS
from firststep.steps.outreach.drafting.advice import asked_in_a_line
from firststep.steps.outreach.drafting.interview import interview_tags
from firststep.steps.outreach.drafting.names import is_familiar, is_one_seat
from firststep.steps.outreach.drafting.said import offer_tag, offer_way_tags

# For these there is a text to forward.
_PASSED_ON = frozenset({"introduction", "referral"})


def conditions_of(facts: DraftFacts) -> dict[str, str]:
    """What the step is, by the conditions of a wording."""
    return {
        "kinds": _kind(facts),
        "routes": routes_fitting(facts),
        "forms": "note" if facts.invitation == "note" else channel_named(facts.channel).form,
        "channels": facts.channel,
        "asks": facts.ask,
        "yields": ASK_KIND[facts.ask].yields,
        "answers": _answer(facts),
        "after": _after(facts),
    }


def _after(facts: DraftFacts) -> str:
    """What the text goes on from."""
    if facts.accepted_on:
        return "accepted"
    return "silence" if facts.after_silence else "later" if facts.later_on else ""


def tags_of(facts: DraftFacts) -> frozenset[str]:
    """What chooses among shared phrases: the tags of phrases.txt."""
    tie = {facts.tie, "friend"} if facts.tie else {"stranger"}
    route = routes_fitting(facts)
    asked = {facts.ask, facts.smaller_ask or "", "exploring" if facts.exploring else ""}
    asked |= {"passed_on" if facts.ask in _PASSED_ON else "", "peer" if _is_peer(facts) else ""}
    parts = {facts.origin, _answer(facts), "" if route == "known" else route}
    parts |= {"familiar" if is_familiar(facts) else "", _said_by(facts), *interview_tags(facts)}
    return frozenset(filter(None, asked | parts | tie | _went_before(facts)))


def _is_peer(facts: DraftFacts) -> bool:
    """Whether they hold the very post that is looked for: who is asked how one might join their
    team would think of their own seat."""
    return is_one_seat(facts.role, of=facts.title)


def _said_by(facts: DraftFacts) -> str:
    """How it reaches them, where that asks for words of its own."""
    form = channel_named(facts.channel).form
    return facts.channel if facts.channel in SPOKEN else form if form == "message" else ""


def _went_before(facts: DraftFacts) -> set[str]:
    """The tags of what is between the two already: an offer, a talk, a note with an invitation."""
    noted = facts.accepted_on and facts.first_note_on
    narrow = facts.ask == "advice" and asked_in_a_line(facts.question_no)
    return {
        offer_tag(facts.between.offer),
        "talked_with" if facts.talked else "",
        "thanked" if facts.thanked else "",
        "brought" if facts.brought else "",
        "noted" if noted else "",
        "narrow" if narrow else "",
        "who_else_asked" if facts.who_else_asked else "",
        *offer_way_tags(facts.between.offer, facts.channel),
    }


def routes_fitting(facts: DraftFacts) -> str:
    """`warm` when somebody gave the name (M5.1), else `met`, `known` or `cold`."""
    if facts.origin in BROUGHT and facts.via:
        return "warm"
    if facts.origin in MET or facts.kind in FOLLOW_UPS or facts.tie == "met":
        return "met"
    return "known" if facts.tie else "cold"


def _kind(facts: DraftFacts) -> str:
    """`first_call` where a call stands for the first note (rhythm F21), `offer_taken_up` where it
    takes up an offer; `answer` where it comes
    before the answer to a question or a talk; `ask_again` and `nudge_anew` where something else
    is asked than before, of which nothing is to be claimed."""
    return _spoken_kind(facts) if facts.channel in SPOKEN else _written_kind(facts)


def _written_kind(facts: DraftFacts) -> str:
    if facts.asked_anew and facts.kind == "nudge":
        return "nudge_anew"
    opens = facts.kind in FIRST_NOTES and facts.kind not in FOLLOW_UPS
    return "ask_again" if opens and facts.asked_anew and not facts.later_on else facts.kind


def _spoken_kind(facts: DraftFacts) -> str:
    if facts.kind not in FIRST_NOTES | {"call"}:
        return facts.kind
    if facts.answer in OWES_AN_ANSWER and not facts.answered_on:
        return "answer"
    if facts.kind == "call" and (facts.first_note_on or facts.answer):
        return "call"
    return "offer_taken_up" if facts.origin == "offered" else "first_call"


def _answer(facts: DraftFacts) -> str:
    """The newest answer; a talk that was held counts as such in the thanks and the report."""
    thanked = facts.kind == "thank" and facts.meeting_on is not None
    held = facts.kind in ("thank", "report_back") and facts.answer == "held"
    return "talked" if thanked or held else facts.answer
