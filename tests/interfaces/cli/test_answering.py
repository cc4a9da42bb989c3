"""One command from its words to its answer: what holds whichever it is."""

import gc
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

import firststep.interfaces.answers.asked as asking_answers
from firststep.errors import CannotDo
from firststep.interfaces.catalogue import CATALOGUE, Parameter
from firststep.interfaces.cli import answering


@pytest.fixture
def as_at_the_start(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The collector rests, as `main` leaves it; nothing of the tests is frozen."""
    monkeypatch.setattr(gc, "freeze", lambda: None)
    monkeypatch.setattr(answering, "open_data", lambda **_: None)
    campaign = SimpleNamespace(time_zone="UTC", moved_on=None)
    monkeypatch.setattr(answering, "the_campaign", lambda: campaign)
    gc.disable()
    yield
    gc.enable()


def typed(one: Parameter) -> Any:
    return True if one.kind == "flag" else ("x",) if one.many else "x"


@pytest.mark.parametrize("name", CATALOGUE)
@pytest.mark.usefixtures("as_at_the_start")
def test_the_collector_works_in_every_command(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Resting, it let a simulation grow to 3.6 GB."""
    working = []

    def asked(*_campaign: Any, **_given: Any) -> None:
        working.append(gc.isenabled())
        raise CannotDo("enough seen")

    for module in (answering, asking_answers):
        monkeypatch.setattr(module, "resolve", lambda _target: asked)
    given = {one.name: typed(one) for one in CATALOGUE[name].parameters}

    with pytest.raises(CannotDo, match="enough seen"):
        answering.answer(CATALOGUE[name], {**given, "as_json": True, "as_of": None})

    assert working == [True]
