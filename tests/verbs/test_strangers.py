"""Nobody reaches another seeker's rows, by any verb and any id."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Person, Seat
from firststep.verbs import thread as actions
from firststep.verbs.people.do_not_contact import set_do_not_contact
from firststep.verbs.people.persons import edit_person, edit_position
from firststep.verbs.people.tie import set_tie
from firststep.verbs.safety.correct_touch import correct_touch
from firststep.verbs.safety.forget import forget
from firststep.verbs.targets import target
from firststep.verbs.targets.seat import name_seat
from firststep.verbs.told import log as told
from tests.everything import everything

LATER = date(2026, 11, 12)
Reach = Callable[[Campaign, Stamp, Any], Any]

BY_PERSON: dict[str, Reach] = {
    "person edit": lambda c, s, k: edit_person(c, stamp=s, person=str(k.ann), note="x"),
    "position": lambda c, s, k: edit_position(c, stamp=s, person=str(k.ann), company="X"),
    "do-not-contact": lambda c, s, k: set_do_not_contact(c, stamp=s, person=str(k.ann)),
    "tie": lambda c, s, k: set_tie(c, stamp=s, person=str(k.ann), kind="close"),
    "tie other": lambda c, s, k: set_tie(
        c, stamp=s, person="Tom Berg", other=str(k.ann), kind="known"
    ),
    "company edit": lambda c, s, k: target.edit_company(
        c, stamp=s, company=str(k.acme), motivation=1
    ),
    "company drop": lambda c, s, k: target.drop_company(c, stamp=s, company=str(k.acme)),
    "company confirm": lambda c, s, k: target.confirm_match(
        c, stamp=s, written="Initech", company=str(k.acme)
    ),
    "company confirm raw": lambda c, s, k: target.confirm_match(
        c, stamp=s, written=str(k.acme), company="Initech"
    ),
    "stage": lambda c, s, k: target.set_stage(c, stamp=s, company=str(k.acme), stage="interview"),
    "seat": lambda c, s, k: name_seat(c, stamp=s, company=str(k.acme)),
    "seat is": lambda c, s, k: name_seat(c, stamp=s, company="Initech", holder=str(k.ann)),
    "touch": lambda c, s, k: correct_touch(c, stamp=s, touch=k.touch, delete=True),
    "ask": lambda c, s, k: actions.ask(c, stamp=s, who=str(k.ann), what="advice"),
    "ask seat": lambda c, s, k: actions.ask(c, stamp=s, who=f"s{k.seat}", what="name"),
    "ask for": lambda c, s, k: actions.ask(
        c, stamp=s, who="Tom Berg", what="name", for_seat=f"s{k.seat}"
    ),
    "ask via": lambda c, s, k: actions.ask(
        c, stamp=s, who="Tom Berg", what="advice", via=str(k.ann)
    ),
    "sent": lambda c, s, k: actions.record_sent(c, stamp=s, ref=str(k.approach)),
    "sent p": lambda c, s, k: actions.record_sent(c, stamp=s, ref=f"p{k.ann}"),
    "message": lambda c, s, k: actions.keep_message(
        c, stamp=s, ref=str(k.approach), text="Dear Ann"
    ),
    "message p": lambda c, s, k: actions.keep_message(c, stamp=s, ref=f"p{k.ann}", text="Dear"),
    "call": lambda c, s, k: actions.record_call(c, stamp=s, ref=str(k.approach), outcome="talked"),
    "reply": lambda c, s, k: actions.record_reply(c, stamp=s, ref=str(k.approach), answer="yes"),
    "meeting": lambda c, s, k: actions.record_meeting(
        c, stamp=s, ref=str(k.approach), at=datetime(2026, 11, 9, 9, 0)
    ),
    "talked": lambda c, s, k: actions.record_talked(c, stamp=s, ref=str(k.approach)),
    "thank": lambda c, s, k: actions.thank(c, stamp=s, person=str(k.ann)),
    "log": lambda c, s, k: told.log(c, stamp=s, line="Wrote to Ann Lee"),
    "snooze": lambda c, s, k: actions.snooze(c, stamp=s, ref=str(k.approach), until=LATER),
    "snooze seat": lambda c, s, k: actions.snooze(c, stamp=s, ref=f"s{k.seat}", until=LATER),
    "close": lambda c, s, k: actions.close(c, stamp=s, ref=str(k.approach)),
    "forget": lambda c, s, k: forget(c, stamp=s, person=str(k.ann)),
}


class Keys:
    """The ids of Ada's rows, which Ben has come to know."""

    def __init__(self, ann: Person, approach_id: int | None) -> None:
        self.ann = ann.pk
        self.acme = ann.positions.get().company_id
        self.approach = approach_id
        self.touch = Touch.objects.get(person=ann).pk
        self.seat = Seat.objects.get(company=self.acme).pk


@pytest.mark.parametrize("verb", BY_PERSON)
def test_ben_cannot_reach_adas_rows(
    ada: Campaign, ben: Campaign, ann: Person, stamp: Stamp, verb: str
) -> None:
    sent = actions.record_sent(ada, stamp=stamp, ref=f"p{ann.pk}")
    keys, before, entries = Keys(ann, sent.approach_id), everything(), Entry.objects.count()
    with pytest.raises(CannotDo) as refused:
        BY_PERSON[verb](ben, stamp, keys)
    assert refused.value.kind == "not_found"
    assert "Ann" not in refused.value.words.replace("Ann Lee", "", 2) or verb == "log"
    assert everything() == before
    assert Entry.objects.count() == entries
