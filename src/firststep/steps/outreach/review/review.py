"""The review of a message: named findings, never a score (evidence b, W1-W17, L1-L9).

Only an `error` keeps a message from being approved. Most of what the findings rest on are figures
seen in many messages among people who knew each other, not proven causes; their words say so.
What is said aloud is read for blanks, honesty and tone only.
"""

from collections.abc import Callable, Iterator

from firststep.facts.draft import Draft, DraftFacts, Finding
from firststep.steps.outreach.review import alike, form, manners, tone, truth
from firststep.steps.outreach.review.text import Reviewed

_Rule = Callable[[Reviewed], Iterator[Finding]]

RULES: tuple[tuple[str, _Rule], ...] = (
    ("W1", form.fits_on_half_a_page),
    ("W2", form.asks_one_thing),
    ("W3", form.has_a_subject),
    ("W3b", form.subject_is_short),
    ("W4", form.has_no_unfilled_blank),
    ("W4b", manners.begins_with_this_person),
    ("W5", manners.link_comes_before_request),
    ("W6", manners.ask_is_small),
    ("W7", manners.leaves_a_way_out),
    ("W8", manners.thanks),
    ("W9", manners.does_not_ask_a_stranger_for_work),
    ("W10", form.reads_easily),
    ("W11", manners.does_not_gush),
    ("W12", form.greets_the_person),
    ("W13", manners.nudge_brings_something_new),
    ("W14", manners.offers_something_back),
    ("W15", manners.offers_two_times),
    ("W16", form.fits_the_channel),
    ("W17", manners.is_honest),
    ("L1", tone.is_spelt_as_at_home),
    ("L2", tone.is_not_worn),
    ("L3", alike.is_told_apart),
    ("L4", form.leaves_few_blanks),
    ("L5", truth.thanks_who_helped),
    ("L5", truth.met_at_an_event),
    ("L5", truth.earlier_note_arrived),
    ("L5", truth.offer_was_made),
    ("L5", truth.knows_it_from_inside),
    ("L8", tone.greets_a_name),
    ("L8", tone.names_the_company_twice),
    ("L9", tone.does_not_beg),
    ("L9", tone.does_not_reproach),
)
SAID_ALOUD = frozenset({"W4", "W17", "L5", "L9"})


def review(
    text: Draft | str, facts: DraftFacts, *, subject: str | None = None
) -> tuple[Finding, ...]:
    """What there is to say about a draft, or about a body the seeker has edited.

    `subject` None with a bare body leaves the subject unread.
    """
    if isinstance(text, Draft):
        read = Reviewed(body=text.body, subject=text.subject, facts=facts)
    else:
        read = Reviewed(body=text, subject=subject, facts=facts)
    return tuple(
        finding
        for name, rule in RULES
        if not read.is_spoken or name in SAID_ALOUD
        for finding in rule(read)
    )
