"""The text of one step, ready but for what only the seeker can say (METHOD M4, M5, M6)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from firststep.errors import CannotDo
from firststep.facts.channels import BY_CALL, SPOKEN, channel_named
from firststep.facts.draft import Draft, DraftFacts
from firststep.facts.step_kinds import FIRST_NOTES
from firststep.steps.approach.told_apart import VOICES
from firststep.steps.outreach.drafting.asked_for import conditions_of, tags_of
from firststep.steps.outreach.drafting.tongues import TONGUES, in_both_ways, variety_for
from firststep.steps.outreach.review.review import review
from firststep.steps.outreach.wordings.full import in_full
from firststep.steps.outreach.wordings.own import wordings_at_hand
from firststep.steps.outreach.wordings.wording import (
    Ways,
    Wording,
    chosen,
    filled_in,
    said_to,
    shared_phrases,
)

# The phrases that say what one is after, and name the company.
_POINTS = frozenset({"{point}", "{point_short}", "{point_again}", "{aim}"})
# After which a note is not repeated: what was asked is settled.
_ANSWERED = frozenset({"no", "refers"})
_FILLED_IN = 12  # characters
_SUBJECT = 45  # characters: what a phone shows of one
_BLANK = re.compile(r"\[([^\[\]\n]+)\]")
# The conditions by which one occasion is told from another.
_OF_AN_OCCASION = ("kinds", "routes", "forms", "asks", "answers", "after")


def draft(facts: DraftFacts, *, wording: str | None = None) -> Draft:
    """The best fitting text, or the one named. Refuses a wording that is not one for this step."""
    facts = _by_phone(facts)
    if facts.invitation == "bare":
        raise CannotDo(
            "This month's notes are used up. Invite {name} without one; once they "
            "accept, you write to them.",
            name=facts.name,
        )
    if facts.kind == "nudge" and facts.answer in _ANSWERED and not facts.asked_anew:
        raise CannotDo(
            "{name} has answered, so nothing is to be written once more. Choose what "
            "to ask for next, or go on with whom they named.",
            name=facts.name,
        )
    fitting = _fitting(facts)
    if not fitting:
        raise CannotDo("There is nothing to write for this step; do it, then say how it went.")
    named = {w.name: w for w in fitting}
    if wording is not None and wording not in named:
        raise CannotDo(
            "There is no wording “{wording}” for this step. There is: {named}.",
            wording=wording,
            named=", ".join(named),
            kind="not_found",
            candidates=list(named),
        )
    text = _written(named[wording] if wording else fitting[0], facts)
    return replace(text, findings=review(text, facts))


def as_it_stands(facts: DraftFacts, *, subject: str, body: str, wording: str) -> Draft:
    """A text the seeker has worked on, with the blanks it still has and what there is to say of
    it."""
    text = Draft(
        wording=wording,
        channel=facts.channel,
        subject=subject,
        body=body,
        blanks=_blanks(subject, body),
    )
    return replace(text, findings=review(text, facts))


def wordings_for(facts: DraftFacts) -> tuple[Wording, ...]:
    """What could be used for this step, the best fitting first; none where nothing is written."""
    return tuple(_fitting(_by_phone(facts)))


def occasion_of(facts: DraftFacts) -> str:
    """What a step asks a wording for, in words: what is chosen on it comes first when the same is
    asked again. A first note is one occasion, whatever made it the step of the day."""
    asked = conditions_of(_by_phone(facts))
    if asked["kinds"] in FIRST_NOTES:
        asked["kinds"] = "write"
    return " ".join(filter(None, (asked[key] for key in _OF_AN_OCCASION)))


def worded_by(wording: Wording, facts: DraftFacts) -> Draft:
    """The text that wording gives for a step, whether it is for one such or not."""
    return _written(wording, _by_phone(facts))


def written_out(text: str, facts: DraftFacts) -> str:
    """A wording's text with the sentences it shares with others in their place, as that step would
    get them; its fields stay."""
    tags, phrases = tags_of(facts), shared_phrases(in_both_ways(facts))
    return in_full(text, {name: chosen(phrases, name, tags, voice=facts.voice) for name in phrases})


def _by_phone(facts: DraftFacts) -> DraftFacts:
    """A call is spoken, whatever channel the approach was opened with."""
    if facts.kind == "call" and facts.channel not in SPOKEN:
        return replace(facts, channel=BY_CALL)
    return facts


def _fitting(facts: DraftFacts) -> list[Wording]:
    """What was chosen on such an occasion before stands first."""
    asked = conditions_of(facts)
    fitting = [
        one
        for one in wordings_at_hand(facts.own_wordings, variety_for(facts))
        if all(asked[key] in allowed for key, allowed in one.fits.items())
    ]
    before = dict(facts.chosen_wordings).get(occasion_of(facts))
    return sorted(fitting, key=lambda one: (one.name != before, _looseness(one)))


def _looseness(wording: Wording) -> tuple[bool, bool, int]:
    """What goes on from what came before fits better than any wording that does not know of it;
    then the most conditions do."""
    return ("after" not in wording.fits, "answers" not in wording.fits, -len(wording.fits))


def _written(wording: Wording, facts: DraftFacts) -> Draft:
    """The text in this person's way of saying it; a note in one that its length allows."""
    most = _most_characters(facts)
    too_long: list[Draft] = []
    for one in _shorter(facts):
        text = _said(wording, one)
        if not most or _filled_length(text) <= most:
            return text
        too_long.append(text)
    return min(too_long, key=_filled_length)


def _shorter(facts: DraftFacts) -> Iterator[DraftFacts]:
    """The ways to say a note, this person's first; each also without what the seeker has done, and
    last without what they promised."""
    bare = replace(facts, between=facts.between._replace(promised=()))
    for one in (facts, bare) if facts.between.promised else (facts,):
        for n in range(VOICES):
            yield replace(one, voice=facts.voice + n)
            yield replace(one, voice=facts.voice + n, background="")


def _filled_length(text: Draft) -> int:
    """How long it may become: what is filled in is a little longer than what asks for it."""
    return len(text.body) + _FILLED_IN * len(text.blanks)


def _most_characters(facts: DraftFacts) -> int:
    """Of a note that goes with an invitation; 0 for any other text."""
    note = channel_named(facts.channel).invitation
    return note.taken(facts.account) if note and facts.invitation == "note" else 0


def _said(wording: Wording, facts: DraftFacts) -> Draft:
    tongue = TONGUES[facts.language]
    values = tongue.fields(facts, company_named=_names_the_company(wording))
    tags, phrases, voice = tags_of(facts), shared_phrases(variety_for(facts)), facts.voice
    for name in _stand_alone(wording, voice=voice) & phrases.keys():
        most = _SUBJECT if name.endswith("subject") else None
        values[name] = filled_in(chosen(phrases, name, tags, voice=voice), values, most=most)
    body = tongue.set_out(_page(wording.body, values, voice=voice), facts)
    has_subject = channel_named(facts.channel).has_subject
    said = said_to(wording.subject, voice=voice) if has_subject else ()
    subject = filled_in(said, values, most=_SUBJECT)
    by_call = facts.channel == BY_CALL
    voicemail = _page(wording.voicemail, values, voice=voice) if by_call else ""
    return Draft(
        wording=wording.name,
        channel=facts.channel,
        # One line, whatever a value holds.
        subject=" ".join(tongue.set_out(subject, facts).split()),
        body=body,
        blanks=_blanks(subject, body),
        voicemail=tongue.set_out(voicemail, facts),
    )


def _stand_alone(wording: Wording, *, voice: int) -> set[str]:
    """The lines that hold one field and nothing else, which may be a shared phrase."""
    said = (said_to(ways, voice=voice)
            for ways in (wording.subject, *wording.body, *wording.voicemail))  # fmt: skip
    lines = (line for paragraph in said for sentence in paragraph for line in sentence)
    return {line[1:-1] for line in lines if line.startswith("{") and line.endswith("}")}


def _names_the_company(wording: Wording) -> bool:
    """Whether the point of the text, which names the company it is about, stands in it."""
    lines = (line for ways in wording.body for one in ways for sentence in one for line in sentence)
    return any(line in _POINTS or "{listed}" in line for line in lines)


def _blanks(subject: str, body: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_BLANK.findall(f"{subject}\n{body}")))


def _page(paragraphs: tuple[Ways, ...], values: dict[str, str], *, voice: int) -> str:
    said = (filled_in(said_to(ways, voice=voice), values) for ways in paragraphs)
    return "\n\n".join(filter(None, said))
