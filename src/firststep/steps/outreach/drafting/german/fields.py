"""What a German wording may say of a step: the seeker's facts as short pieces of German text. Pure.

What is known, and what is better left out, is decided once for all languages (`fields.py`): here a
field that is known there gets its German words.
"""

from datetime import date

from firststep.facts.draft import DraftFacts
from firststep.steps.outreach.drafting.dates import in_a_list
from firststep.steps.outreach.drafting.fields import (
    days_told,
    few_places,
    one_plain_line,
    seeker_given,
    signed,
    spoken_fields,
)
from firststep.steps.outreach.drafting.german import dates, how, names, said
from firststep.steps.outreach.drafting.german.address import address_of
from firststep.steps.outreach.drafting.german.language import in_german
from firststep.steps.outreach.drafting.german.matter import german_matter
from firststep.steps.outreach.drafting.names import given_said, name_said
from firststep.steps.outreach.wordings.german import addressed, german_of

# In the order of `drafting/advice.py`, each after "und fragen, …".
GERMAN_ADVICE = (
    "wie man bei <euch|Ihnen> eingestellt wird",
    "worauf ich achten sollte, bevor ich mich bei <euch|Ihnen> bewerbe",
    "wodurch eine Bewerbung bei <euch|Ihnen> auffällt",
    "wer bei <euch|Ihnen> über Einstellungen entscheidet",
    "was <du|Sie> an meiner Stelle tun <würdest|würden>",
)
_WHERE = "bei <euch|Ihnen>"

# Names and numbers: the same in every language.
AS_THEY_ARE = frozenset({
    "name", "company", "elsewhere", "about", "listed", "yours", "holder", "via", "own_number",
    "number_slowly", "spelled", "put_through_to", "named", "named_first", "time_one", "time_two",
    "their_time", "their_other", "overlap", "landed_at",
})  # fmt: skip
_LEFT_OPEN = {
    "talk": "Wir wollten noch miteinander sprechen",
    "promise": "<Du wolltest|Sie wollten> noch etwas für mich tun",
    "later": "Ich wollte mich noch einmal melden",
    "answer": "<Du hattest|Sie hatten> mich wegen meiner Suche noch etwas gefragt",
    "words": "Wir hatten uns noch wegen meiner Suche geschrieben",
}
_NO_NAME, _NO_COMPANY, _NO_DAY = "[mein Name]", "[die Firma]", "[der Tag]"


def german_fields(facts: DraftFacts, *, company_named: bool) -> dict[str, str]:
    """Every field of `wording.BLANK_FIELDS` in German; an empty one is not known."""
    known = spoken_fields(facts, company_named=company_named)
    found = {
        **{name: known[name] for name in AS_THEY_ARE},
        **_of_the_person(facts, known),
        **_of_the_aim(facts, known),
        **_of_days(facts, known),
        **_of_the_season(facts, known),
        **_of_the_interview(facts),
        "named_today": "heute" if known["named_today"] else "",
        "left_open": _addressed(_LEFT_OPEN.get(facts.left_open, ""), facts),
        "their_help": said.german_help(facts.their_help) or _their_part(facts, known),
    }
    own = {
        "seeker": facts.seeker or _NO_NAME,
        "me": seeker_given(facts) if facts.tie == "close" else facts.seeker or _NO_NAME,
        "signature": _signature(facts),
    }
    return {key: one_plain_line(value) for key, value in found.items()} | own


def _of_the_person(facts: DraftFacts, known: dict[str, str]) -> dict[str, str]:
    """Who they are, and how the seeker knows them."""
    return {
        "first": _first(facts),
        "title": facts.title,
        "how": how.german_how(facts),
        "back_when": how.german_back_when(facts),
        "occasion": how.german_occasion(facts),
        "they_said": said.behind_a_colon(facts.between.said),
        "stayed": said.behind_a_colon(facts.between.stayed),
        **said.german_offer(facts.between, us=known["us"] == "us"),
        **said.german_promises(facts.between),
        "overlap_years": _overlap_years(facts),
    }


def _first(facts: DraftFacts) -> str:
    """How they are greeted: by the given name with du, by the whole name with Sie."""
    given = given_said(facts.given) if address_of(facts) == "du" else ""
    return given or name_said(facts.name)


def _overlap_years(facts: DraftFacts) -> str:
    """`von 2016 bis 2019 bei Globex`, after "wir waren beide"."""
    place, _, years = facts.overlap.partition(", ")
    first, to, last = years.partition(" to ")
    said_years = f"von {first} bis {last} " if to else f"{years} " if years else ""
    return f"{said_years}bei {place}" if place else ""


def _of_the_aim(facts: DraftFacts, known: dict[str, str]) -> dict[str, str]:
    """What is looked for, and where."""
    about = known["about"]
    at = f"bei {about}" if about else ""
    there = "dort" if known["there"] == "there" else at
    vacancy = names.opening_named(facts.vacancy) if known["vacancy"] else ""
    opening = "diese Stelle" if known["the_opening"] == "it" else f"die Stelle als {vacancy} {at}"
    role = names.role_named(facts.role) if known["a_role"] else ""
    department = names.role_named(facts.department)
    sought = {"role": role, "department": department, "about": about}
    asked_at = there if known["yours"] else ""
    return {
        "there": there,
        "a_role": role,
        "department": department,
        "place": in_a_list(few_places(facts), "or", locale=dates.german_locale(facts.country)),
        "background": in_german(facts.background),
        "vacancy": vacancy,
        "the_opening": opening.rstrip() if vacancy else "",
        "seat": names.role_named(facts.seat),
        "holder_seat": names.role_named(facts.seat) if known["holder_seat"] else "",
        "advice_on": _addressed(german_question(facts.question_no, there=asked_at), facts),
        "matter": _addressed(german_matter(facts, **sought), facts),
    }


def _of_days(facts: DraftFacts, known: dict[str, str]) -> dict[str, str]:
    """Days of what was and of what comes, each with the "am" it is said with."""
    brought = facts.brought
    notes = (*(brought.notes if brought else ()), None, None)
    days = {
        **days_told(facts),
        "named_day": brought.on if brought else None,
        "named_note": notes[0],
        "named_again": notes[1],
        "named_talk": brought.talk_on if brought else None,
        "named_talked": brought.talk_on if brought else None,
    }
    told = {name: _said(on, facts) if known.get(name) else "" for name, on in days.items()}
    if facts.answered_on and facts.answered_on == facts.answer_on:
        told["when_answered"] = "am selben Tag"
    again = dates.german_again(
        facts.again_on, named=facts.again_named, today=facts.on, country=facts.country
    )
    return told | {"again_day": again}


def _said(on: date | None, facts: DraftFacts) -> str:
    return dates.german_day(on, today=facts.on, country=facts.country)


def _of_the_season(facts: DraftFacts, known: dict[str, str]) -> dict[str, str]:
    """The wishes and the talk that waits."""
    words = {
        "new_year": "ein gutes neues Jahr",
        "in_january": f"gern auch erst im {dates.january(facts.country)}",
        "good_break": "schöne Feiertage",
    }
    return {name: said_so if known.get(name) else "" for name, said_so in words.items()}


def _of_the_interview(facts: DraftFacts) -> dict[str, str]:
    """Where and when it is, with its "am", and who sits there; blanks where it is about none."""
    one = facts.interview
    if one is None:
        return {"interview_at": _NO_COMPANY, "interview_day": _NO_DAY, "interviewers": ""}
    return {
        "interview_at": one.at,
        "interview_day": _said(one.on, facts),
        "interviewers": in_a_list(
            [name_said(name) for name in one.people],
            "standard",
            locale=dates.german_locale(facts.country),
        ),
    }


def _their_part(facts: DraftFacts, known: dict[str, str]) -> str:
    """Where nothing is noted of what they did: that they talked with the seeker, if they did."""
    talked = facts.talked and not known["named"]
    return _addressed("das Gespräch mit <dir|Ihnen>", facts) if talked else ""


def _addressed(words: str, facts: DraftFacts) -> str:
    return addressed(words, german_of(facts.country, address_of(facts)))


def _signature(facts: DraftFacts) -> str:
    """The name under a message: the given one alone to whom one says du; a letter has the number,
    too."""
    du = address_of(facts) == "du"
    name = seeker_given(facts) or _NO_NAME if du else facts.seeker or _NO_NAME
    return signed(name, facts)


def german_question(question_no: int, *, there: str) -> str:
    """The question somebody gets, of the company they work at: `bei Acme`, `dort`; of "bei Ihnen"
    where that is not known."""
    asked = GERMAN_ADVICE[question_no % len(GERMAN_ADVICE)]
    return asked.replace(_WHERE, there) if there.startswith("bei ") else asked
