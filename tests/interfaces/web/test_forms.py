"""Forms: each says only what its verb's item of the catalogue knows."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from django.urls import resolve

from firststep.facts.step_kinds import STEP_KIND
from firststep.interfaces import web
from firststep.interfaces.catalogue import CATALOGUE
from firststep.interfaces.web.forms import Records
from firststep.interfaces.web.step_words import replies
from firststep.interfaces.web.urls import urlpatterns
from firststep.journal.actions import Stamp
from firststep.journal.models import Entry
from firststep.steps.goal.models import Campaign
from firststep.verbs.people.persons import edit_position
from tests.cast import MONDAY
from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.facts.plan import Card
    from firststep.steps.people.models import Person

TEMPLATES = Path(web.__file__ or "").parent / "templates"
OF_EVERY_FORM = {"once_key", "revision", "mark", "back", "stood"}
MOMENT = {"day", "hour"}
INCLUDED = re.compile(r'{% include "([^"]+)"[^%]*%}')
FORM = re.compile(r'<form [^>]*?action="([^"]+)"[^>]*>(.*?)</form>', re.DOTALL)
ACTION = re.compile(r'<(?:form|button) [^>]*?action="(/[^"]+)"')
NAMED_LATER = re.compile(r"^{{|/{{[^}]*}}/{{")  # a verb that only the step tells
NAME = re.compile(r'<(?:input|textarea|select|button)\b[^>]*?\bname="([^"]+)"')


def whole(name: str) -> str:
    """A template with the parts it includes."""
    text = (TEMPLATES / name).read_text("utf-8")
    return INCLUDED.sub(lambda found: whole(found[1]), text)


def unknown_names(text: str) -> list[str]:
    """What the forms of a template say that their verb does not know."""
    found = []
    for action, inside in FORM.findall(text):
        if NAMED_LATER.search(action):
            continue
        view: Any = resolve(re.sub(r"{{.*?}}", "1", action)).func
        if not isinstance(view, Records):
            continue
        names = set(NAME.findall(inside)) - OF_EVERY_FORM
        found += [f"{view.verb}: {name}" for name in sorted(names - known_to(view))]
    return found


def known_to(view: Records) -> set[str]:
    parameters = CATALOGUE[view.verb].parameters
    known = {one.name for one in parameters} | set(view.also)
    if any(one.kind == "moment" for one in parameters):
        known |= MOMENT
    return known | {f"was_{name}" for name in known}


ALL = sorted(str(one.relative_to(TEMPLATES)) for one in TEMPLATES.rglob("*.html"))


@pytest.mark.parametrize("name", ALL)
def test_a_form_says_only_what_its_verb_knows(name: str) -> None:
    assert unknown_names(whole(name)) == []


def test_a_field_no_verb_knows_is_found() -> None:
    page = '<form method="post" action="/touch/{{ ref }}/close"><input name="reason"></form>'

    assert unknown_names(page) == ["close: reason"]


@pytest.mark.parametrize("kind", STEP_KIND)
def test_an_answer_in_one_press_says_only_what_its_verb_knows(kind: str) -> None:
    card = SimpleNamespace(kind=kind, channel="email", finds_way=False, invitation="")
    for reply in replies(cast("Card", card)):
        assert resolve(f"/touch/p1/{reply.verb}")
        parameters = CATALOGUE[reply.verb].parameters
        assert {name for name, _ in reply.fields} <= {one.name for one in parameters}


def test_every_page_that_hands_on_a_form_has_one() -> None:
    drawn = "".join(whole(name) for name in ALL)
    pages = {one.callback.verb for one in urlpatterns if isinstance(one.callback, Records)}

    actions = {re.sub(r"{{.*?}}", "1", action) for action in ACTION.findall(drawn)}
    views: list[Any] = [resolve(action).func for action in actions - {"/touch/1/1"}]

    assert {view.verb for view in views if isinstance(view, Records)} == pages


@pytest.mark.django_db
def test_a_field_emptied_is_said_and_one_left_empty_is_not(
    reader: Reader, ada: Campaign, ann: "Person"
) -> None:
    page, action = reader.open(f"/people/{ann.pk}"), f"/people/{ann.pk}/edit"
    page = reader.send(page, action, note="Met in May.")

    reader.post(action, {**page.form(action).fields, "note": "", "title": ""})

    ann.refresh_from_db()
    assert ann.note == ""
    assert Entry.objects.filter(campaign=ada).count() == 2


@pytest.mark.django_db
def test_a_post_corrected_without_a_company_stays_where_it_is(
    reader: Reader, ada: Campaign, ann: "Person"
) -> None:
    post = edit_position(
        ada, stamp=Stamp(on=MONDAY), person=str(ann.pk), company="Birchway", title="Buyer"
    )
    action = f"/people/{ann.pk}/position"
    page = reader.open(f"/people/{ann.pk}")

    reader.send(page, action, holding={"position": str(post.pk)}, company="", title="Lead Buyer")

    post.refresh_from_db()
    assert (post.title, post.written) == ("Lead Buyer", "Birchway")
