"""What a wording may say of a step: the seeker's facts as short pieces of text, in English."""

from datetime import date
from itertools import zip_longest

from firststep.facts.channels import channel_named
from firststep.facts.draft import DraftFacts
from firststep.facts.step_kinds import FIRST_NOTES
from firststep.facts.text import fold
from firststep.steps.outreach.drafting.advice import asked_of
from firststep.steps.outreach.drafting.dates import english_locale, in_a_list, said_day
from firststep.steps.outreach.drafting.how import back_when, occasion, told_to_them, with_the
from firststep.steps.outreach.drafting.interview import interview_fields
from firststep.steps.outreach.drafting.matter import matter
from firststep.steps.outreach.drafting.names import (
    department_said,
    given_said,
    greeting_name,
    is_familiar,
    is_one_seat,
    name_said,
    number_slowly,
    seat_said,
    spelled,
    vacancy_told,
    with_article,
)
from firststep.steps.outreach.drafting.said import (
    helped_said,
    offer_said,
    promised_said,
    stayed_said,
    they_said,
)
from firststep.steps.outreach.drafting.season import again_said, of_the_season
from firststep.steps.people.spelling.person_names import whole_apart

_KNOWN = frozenset({"close", "known", "dormant"})  # ties; who was met once hears the whole name
_LEFT_OPEN = {
    "talk": "We were going to talk",
    "promise": "You were going to do something for me",
    "later": "I was going to come back to you",
    "answer": "You had asked me something about my search",
    "words": "We were still writing to each other about my search",
}
_NO_BLANK = str.maketrans("[]{}", "()()")
_LONGEST = 200  # characters of one field: a message is a page, whatever a file brought in


def spoken_fields(facts: DraftFacts, *, company_named: bool) -> dict[str, str]:
    """Every field of `wording.BLANK_FIELDS`; an empty one is not known. `company_named`: the text
    names the company it is about before it asks anything."""
    fields = {
        **_of_the_person(facts),
        **_of_the_aim(facts, company_named=company_named),
        **_of_days(facts),
        **_of_whom_they_named(facts),
        **of_the_season(facts),
        **interview_fields(facts),
        "own_number": facts.own_phone,
        "number_slowly": number_slowly(facts.own_phone),
        "spelled": spelled(facts.seeker),
        "put_through_to": name_said(facts.name) if facts.put_through else "",
        "landed_at": facts.landed_at,
        "left_open": _LEFT_OPEN.get(facts.left_open, ""),
        "their_help": helped_said(facts.their_help) or _their_part(facts),
        "seeker": facts.seeker or "[my name]",
        "me": seeker_given(facts) if facts.tie == "close" else facts.seeker or "[my name]",
        "signature": _signature(facts),
    }
    own = {"seeker", "me", "signature"}
    return {key: value if key in own else one_plain_line(value) for key, value in fields.items()}


def _of_the_person(facts: DraftFacts) -> dict[str, str]:
    """Who they are, and how the seeker knows them."""
    place, _, years = facts.overlap.partition(", ")
    years = f"from {years}" if " to " in years else years and f"in {years}"
    return {
        "name": name_said(facts.name),
        "first": greeting_name(facts),
        "title": facts.title,
        "company": facts.company,
        "elsewhere": "" if fold(facts.company) == fold(facts.about_company) else facts.company,
        "via": name_said(facts.via),
        "how": told_to_them(facts),
        "back_when": back_when(facts),
        "occasion": occasion(facts) or _event(facts),
        "they_said": they_said(facts.between),
        "stayed": stayed_said(facts.between),
        **offer_said(facts.between),
        **promised_said(facts.between),
        "overlap": place,
        "overlap_years": f"{place} {years}".strip(),
    }


def _event(facts: DraftFacts) -> str:
    """The event at which they met, where one is recorded."""
    return f"at {with_the(facts.between.event)}" if facts.between.event else ""


def _of_the_aim(facts: DraftFacts, *, company_named: bool) -> dict[str, str]:
    """What is looked for, and where. `there` goes on from a sentence that named the company."""
    about, department = _about(facts), department_said(facts.department)
    wants_theirs = is_one_seat(facts.role, of=facts.title) or _goes_to_the_seat(facts)
    a_role = "" if wants_theirs else with_article(facts.role)
    return {
        "about": about,
        "listed": facts.about_company if facts.on_list else "",
        "yours": _yours(facts),
        "matter": matter(facts, a_role=a_role, department=department, about=about),
        **_named_before(facts, company_named=company_named),
        "seat": seat_said(facts.seat),
        "holder": name_said(facts.holder) if facts.holder != facts.name else "",
        "a_role": a_role,
        "department": department,
        "place": in_a_list(few_places(facts), "or", locale=english_locale(facts.country)),
        "background": facts.background,
    }


def _about(facts: DraftFacts) -> str:
    return facts.about_company or facts.company


def _named_before(facts: DraftFacts, *, company_named: bool) -> dict[str, str]:
    """The company and the opening there, which are said again in a word once they are named."""
    about, vacancy = _about(facts), vacancy_told(facts.vacancy)
    at = f"at {about}" if about else ""
    again = company_named and facts.on_list and not facts.exploring
    opening = "it" if again else f"the {vacancy} opening {at}".rstrip()
    there = "there" if again else at
    return {
        "there": there,
        "vacancy": vacancy,
        "the_opening": opening if vacancy else "",
        "advice_on": asked_of(facts.question_no, there=there if _yours(facts) else ""),
        "holder_seat": _holder_seat(facts, there=there),
    }


def _holder_seat(facts: DraftFacts, *, there: str) -> str:
    """Which post it is that somebody known is to be introduced to: whoever holds the very one the
    seeker looks for is named alone."""
    named = facts.holder and facts.seat and not _goes_to_the_seat(facts)
    return f"the {seat_said(facts.seat)} {there}".rstrip() if named else ""


def _yours(facts: DraftFacts) -> str:
    """The target it is about, where they work there."""
    works_there = fold(facts.company) == fold(facts.about_company)
    return facts.about_company if facts.on_list and works_there else ""


def _goes_to_the_seat(facts: DraftFacts) -> bool:
    """Whether it is about the very post that is looked for, and may come before who holds it."""
    passed_on = facts.ask in ("name", "introduction", "referral")
    comes_before_them = passed_on or facts.tie is None
    return comes_before_them and is_one_seat(facts.role, of=facts.seat)


def _of_days(facts: DraftFacts) -> dict[str, str]:
    """Days of what was and of what comes, each with the "on" it is said with."""
    said = {name: _said(on, facts) for name, on in days_told(facts).items()}
    said["again_day"] = again_said(facts)
    said["when_answered"] = _said_after(facts.answered_on, facts.answer_on, facts)
    theirs = dict(zip_longest(("their_time", "their_other"), facts.their_times[:2], fillvalue=""))
    own = dict(zip_longest(("time_one", "time_two"), facts.two_times[:2], fillvalue=""))
    return said | own | theirs


def days_told(facts: DraftFacts) -> dict[str, date | None]:
    """The days a letter may tell, by their fields."""
    return {
        "applied_day": facts.applied_on,
        "first_day": facts.first_note_on,
        "meeting_day": facts.meeting_on,
        "their_day": facts.answer_on,
        "when_answered": facts.answered_on,
        "later_day": facts.later_on,
        "call_day": facts.calls_on,
        "note_day": facts.tries_on,
        "message_day": facts.left_message_on if facts.first_note_on else None,
        "spoken_day": None if facts.first_note_on else facts.left_message_on,
        "holder_day": facts.holder_noted_on,
        "offer_day": facts.between.offer.made_on if facts.between.offer else None,
    }


def _of_whom_they_named(facts: DraftFacts) -> dict[str, str]:
    """Whom they named, when, and what came of it (L4, L12)."""
    brought = facts.brought
    named = facts.named or (brought.name if brought else "")
    soon = {"named_today": "today" if facts.named_reached else ""}
    if brought is None or brought.name != named:
        return {"named": name_said(named), "named_first": name_said(named), **soon}
    first, again, *_ = (*brought.notes, None, None)
    talk = _said(brought.talk_on, facts)
    return soon | {
        "named": name_said(named),
        "named_first": given_said(brought.given) or name_said(named),
        "named_day": _said(brought.on, facts),
        "named_note": _said(first, facts),
        "named_again": _said(again, facts) if again != first else "",
        "named_talk": "" if brought.talked else talk,
        "named_talked": talk if brought.talked else "",
    }


def _said_after(on: date | None, before: date | None, facts: DraftFacts) -> str:
    """A day after another that was named just before it."""
    return "the same day" if on and on == before else _said(on, facts)


def _their_part(facts: DraftFacts) -> str:
    """Where nothing is noted of what they did: that they talked with the seeker, if they did."""
    return "took the time to talk with me" if facts.talked and not facts.named else ""


def _said(on: date | None, facts: DraftFacts) -> str:
    return said_day(on, today=facts.on, country=facts.country)


def _signature(facts: DraftFacts) -> str:
    """The name under a message: the given one alone to whom one knows or has been in touch with; a
    letter has the number, too."""
    in_touch = is_familiar(facts) and facts.kind not in FIRST_NOTES
    given = facts.tie in _KNOWN or in_touch
    name = seeker_given(facts) if given else facts.seeker or "[my name]"
    return signed(name, facts)


def signed(name: str, facts: DraftFacts) -> str:
    """The name alone; under a letter the number, too."""
    letter = channel_named(facts.channel).form == "letter"
    return f"{name}\n{one_plain_line(facts.own_phone)}" if letter and facts.own_phone else name


def seeker_given(facts: DraftFacts) -> str:
    """The seeker's own given name."""
    return whole_apart(facts.seeker)[0] or facts.seeker or "[my name]"


def one_plain_line(value: str) -> str:
    """One line without the signs that mark a blank or a field: what a file says stays a value."""
    if not value:
        return ""
    shown = value
    if not value.isprintable():
        shown = "".join(c if c.isprintable() else " " for c in value)
    shown = shown.translate(_NO_BLANK)
    return " ".join(shown.split())[:_LONGEST].rstrip()


def few_places(facts: DraftFacts) -> list[str]:
    """Where work is looked for; of more than three places only the first."""
    few = [place for place in facts.places if place.strip()]
    return few if len(few) <= 3 else few[:1]
