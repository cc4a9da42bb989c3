"""An opening seen at a target colours the asks and the letters to people there."""

from dataclasses import replace

import pytest

from firststep.facts.draft import DraftFacts
from firststep.facts.snapshot import OpeningFacts, Snapshot
from firststep.plan.planner import plan_day
from firststep.snapshot.draft_facts import draft_facts
from firststep.steps.outreach.drafting.draft import draft, wordings_for
from firststep.steps.outreach.drafting.fields import vacancy_told
from tests.builders import MONDAY, a_person, a_seat, a_snapshot
from tests.rules.acme import ACME, ANN, with_whom


def with_opening(picture: Snapshot, role: str = "Strategic Buyer, seen on their site") -> Snapshot:
    seeking = replace(ACME, opening=OpeningFacts(role))
    return replace(picture, companies={**picture.companies, ACME.id: seeking})


def facts_of(picture: Snapshot, name: str) -> DraftFacts:
    card = next(one for one in plan_day(picture, today=MONDAY).cards if one.name == name)
    return draft_facts(picture, card, on=MONDAY)


PLAIN = a_snapshot(people=[ANN], seats=[a_seat(1, ACME)])
KINDS = ("write", "second_person", "ask_introduction")
HOW = [
    {"tie": "known"}, {"tie": "close"}, {"tie": "dormant"}, {"tie": "met", "origin": "met"},
    {"tie": None}, {"tie": None, "origin": "named", "via": "Bob Ray"},
    {"tie": "known", "after_silence": True},
]  # fmt: skip


@pytest.mark.parametrize("channel", ["email", "linkedin"])
@pytest.mark.parametrize("how", HOW)
@pytest.mark.parametrize("kind", KINDS)
def test_every_first_letter_to_somebody_at_a_company_with_an_opening_names_it(
    channel: str, how: dict[str, object], kind: str
) -> None:
    facts = replace(
        facts_of(with_opening(PLAIN), "Ann Lee"),
        kind=kind, channel=channel, smaller_ask="which_team", **how,  # type: ignore[arg-type]
    )  # fmt: skip

    for wording in wordings_for(facts):
        assert "strategic buyer" in draft(facts, wording=wording.name).body, wording.name
        plain = replace(facts, vacancy="")
        assert "strategic buyer" not in draft(plain, wording=wording.name).body


def test_an_opening_applied_for_is_told_as_such_and_none_while_exploring() -> None:
    facts = facts_of(with_opening(PLAIN), "Ann Lee")
    applied = replace(facts, applied_on=MONDAY)
    for voice in range(4):
        body = draft(replace(applied, voice=voice, on=None)).body.replace("On", "on")
        assert "on 2 November" in body and "strategic buyer opening" in body and "appli" in body
    exploring = replace(facts, exploring=True, ask="advice")
    assert "strategic buyer" not in draft(exploring).body


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Buyer", "buyer"),
        ("Strategic Buyer, seen on their site", "strategic buyer"),
        ("a Solidity Developer (remote)", "Solidity Developer"),
        ("HR analyst – 12 months", "HR analyst"),
        ("Buyer wanted", "buyer"),
        ("https://acme.example/jobs/7", ""),
        ("", ""),
        ("we are always looking for good people who like to work hard with us", ""),
    ],
)
def test_only_what_names_a_job_is_said_in_a_letter(words: str, told: str) -> None:
    assert vacancy_told(words) == told


def test_who_is_known_there_is_asked_for_a_referral_once_the_manager_is_reached() -> None:
    dana = a_person(9, "Dana Whitlock", at=ACME, title="Head of Purchasing", tie=None)
    talked = with_whom(1, dana, ("write", -9), ("yes", -8), ("held", -7), ("thank", -7),
                       ask="meeting")  # fmt: skip
    reached = a_snapshot(
        people=[ANN, dana], seats=[a_seat(1, ACME, holder_id=9)], approaches=[talked]
    )
    plan = plan_day(with_opening(reached), today=MONDAY)
    asks = {lane.name: lane.ask for lane in (*plan.cards, *plan.showable)}

    assert asks["Ann Lee"] == "referral"
