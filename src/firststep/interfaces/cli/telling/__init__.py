"""Answers set in words for the terminal: one teller for each command."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from firststep.interfaces.cli.terminal import Paper

Again = Callable[..., Any]

TELLERS: dict[str, str] = {  # module:function, loaded when it tells
    "today": "day:today",
    "draft": "day:draft",
    "message": "day:message_kept",
    "path": "day:path",
    "progress": "progress:progress",
    "simulate": "outlook:simulated",
    "sent": "happened:recorded",
    "call": "happened:recorded",
    "reply": "happened:replied",
    "meeting": "happened:recorded",
    "talked": "happened:talked",
    "thank": "happened:recorded",
    "snooze": "happened:recorded",
    "close": "happened:recorded",
    "log": "happened:logged",
    "inbox": "happened:inbox_read",
    "heard": "heard:heard",
    "heard list": "heard:waiting",
    "heard confirm": "heard:confirmed",
    "heard dismiss": "heard:dismissed",
    "ask": "happened:asked",
    "undo": "happened:undone",
    "init": "data:begun",
    "goal": "companies:goal",
    "company add": "companies:one",
    "company edit": "companies:one",
    "company drop": "companies:dropped",
    "company confirm": "companies:one",
    "company list": "companies:table",
    "company suggest": "companies:suggested",
    "company import": "people:imported",
    "stage": "companies:one",
    "opening": "companies:opening",
    "seat": "companies:seat",
    "import": "people:imported",
    "who": "companies:who",
    "person add": "people:person",
    "person edit": "people:person",
    "person show": "people:person",
    "merge": "people:merged",
    "do-not-contact": "people:person",
    "position": "people:position",
    "touch": "people:touch",
    "tie": "people:tie",
    "landed": "following:landed",
    "interview": "practising:interview",
    "brief": "practising:brief",
    "practise": "practising:practise",
    "calendar": "practising:calendar",
    "met": "following:met",
    "event add": "following:event_added",
    "event list": "following:events",
    "event show": "following:event",
    "offer add": "following:offer_made",
    "offer list": "following:offers",
    "news": "following:news",
    "favour": "following:favour",
    "favour list": "following:favours",
    "promise": "following:promise",
    "promise list": "following:promises",
    "campaign": "rhythm:campaign",
    "playbook show": "rhythm:playbook",
    "playbook set": "rhythm:playbook_changed",
    "playbook use": "rhythm:playbook_changed",
    "playbook load": "rhythm:playbook_changed",
    "playbook reset": "rhythm:playbook_changed",
    "keep": "rhythm:keep",
    "wording list": "wordings:wording_list",
    "wording show": "wordings:wording_show",
    "wording edit": "wordings:wording_kept",
    "wording add": "wordings:wording_kept",
    "wording reset": "wordings:wording_kept",
    "away": "rhythm:away",
    "backup": "data:backed_up",
    "export": "data:exported",
    "restore": "data:restored",
    "forget": "data:forgotten",
    "doctor": "data:doctor",
    "completion": "data:completion",
}
TELLS_ITSELF = frozenset({"serve", "demo"})  # what runs on and speaks while it does


def tell(name: str, answer: Any, *, again: Again) -> None:
    """Sets one answer on the terminal."""
    if name not in TELLS_ITSELF:
        room, _, teller = TELLERS[name].partition(":")
        getattr(import_module(f"{__name__}.{room}"), teller)(answer, Paper(), again)
