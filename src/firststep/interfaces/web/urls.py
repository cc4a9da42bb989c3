"""Every page of the site, in the order of the method."""

from collections.abc import Callable
from functools import cached_property
from importlib import import_module
from typing import Any, cast

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path, register_converter

from firststep.interfaces.web import gate, installed
from firststep.interfaces.web.forms import Records
from firststep.interfaces.web.pages import (
    checking,
    companies,
    company,
    comparing,
    favours,
    goal,
    merge,
    names,
    noted,
    people,
    person,
    preparing,
    progress,
    recording,
    settings,
    side,
    today,
    touch,
    wordings,
)

_PAGES = "firststep.interfaces.web.pages"


class Late:
    """A view whose module is loaded at its first use: what reads files and letters is heavy, and a
    start does not wait for it."""

    def __init__(self, where: str) -> None:
        self.module, _, self.name = where.partition(".")

    def __call__(self, request: HttpRequest, **given: Any) -> HttpResponseBase:
        return cast(HttpResponseBase, self.view(request, **given))

    @cached_property
    def view(self) -> Callable[..., Any]:
        return cast(
            Callable[..., Any], getattr(import_module(f"{_PAGES}.{self.module}"), self.name)
        )


class Key:
    """A row's id as addresses carry it: short enough for every database."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class Ref(Key):
    """A step: an approach's id, or p12 or s7 while it is proposed."""

    regex = "[ps]?[0-9]{1,18}"

    def to_python(self, value: str) -> str:  # type: ignore[override]
        return value


register_converter(Key, "key")
register_converter(Ref, "ref")

urlpatterns: list[URLPattern] = [
    path("", today.today),
    path("start", gate.arrived),
    path("worker.js", installed.worker),
    path("offline", installed.offline),
    path("undo", Late("undoing.undo")),
    path("noted", noted.all_noted),
    path("log", Late("log.understood")),
    path("log/write", Late("log.written")),
    path("inbox", Late("inbox.lines")),
    path("inbox/write", Late("inbox.write_sure")),
    path("inbox/line", Late("inbox.settle_line")),
    path("heard", Late("heard.all_heard")),
    path("heard/take", Late("heard.take")),
    path("heard/<key:heard>", Late("heard.heard")),
    path("heard/<key:heard>/confirm", Late("heard.confirm")),
    path("heard/<key:heard>/dismiss", Records(verb="heard dismiss", to="/heard")),
    path("begin", Late("begin.begin")),
    path("begin/start", Late("begin.start")),
    path("begin/sample", Late("begin.show_sample")),
    path("begin/sample/made", Late("begin.made_sample")),
    path("goal", goal.goal),
    path("goal/choose", goal.choose_goal),
    path("goal/landed", Records(verb="landed", to="/landed")),
    path("landed", Late("landing.landing")),
    path("landed/take-out", Late("landing.take_out")),
    path("companies/", companies.companies),
    path("companies/add", companies.add_company),
    path("companies/suggested", companies.suggested),
    path("companies/names", names.names),
    path("companies/check", checking.check),
    path("companies/check/answer", checking.answers),
    path("companies/paste", Late("bringing.pasted_companies")),
    path("companies/<key:company>", company.company),
    path("companies/<key:company>/edit", company.edit),
    path("companies/<key:company>/stage", Records(verb="stage")),
    path("companies/<key:company>/opening", Records(verb="opening")),
    path("companies/<key:company>/drop", Records(verb="company drop", to="/companies/")),
    path("companies/<key:company>/seat", company.seat),
    path("companies/<key:company>/interview", preparing.interview_at),
    path("companies/<key:company>/interview/told", preparing.interview_told),
    path("companies/<key:company>/interview.ics", preparing.interview_file),
    path("companies/<key:company>/practice", preparing.practice),
    path("companies/<key:company>/practised", preparing.practised),
    path("companies/<key:company>/confirm", Records(verb="company confirm")),
    path("people/", people.people),
    path("people/add", people.add_person),
    path("people/same", merge.pairs),
    path("people/same/merge", merge.same),
    path("people/same/not", Records(verb="merge")),
    path("people/same/undo", Records(verb="merge")),
    path("people/<key:person>", person.person),
    path("people/<key:person>/compare", comparing.with_whom),
    path("people/<key:person>/edit", Records(verb="person edit")),
    path("people/<key:person>/position", Records(verb="position")),
    path("people/<key:person>/tie", Records(verb="tie")),
    path("people/<key:person>/keep", Records(verb="keep")),
    path("people/<key:person>/do-not-contact", Records(verb="do-not-contact")),
    path("people/<key:person>/ask", person.ask_for),
    path("people/<key:person>/forget", Late("data.forget_person")),
    path("import", Late("bringing.choose")),
    path("import/preview", Late("bringing.preview")),
    path("import/bring", Late("bringing.bring")),
    path("import/look/<str:key>", Late("bringing.look")),
    path("import/<key:number>/undo", Late("bringing.take_import_back")),
    path("events/", Late("events.events")),
    path("events/add", Records(verb="event add")),
    path("events/met", Records(verb="met")),
    path("events/met/read", Late("met.read_cards")),
    path("events/met/all", Late("met.note_cards")),
    path("events/offer", Records(verb="offer add")),
    path("events/<key:event>", Late("events.event")),
    path("favours/", favours.favours),
    path("favours/add", Records(verb="favour")),
    path("favours/promise", Records(verb="promise")),
    path("practice", preparing.practice),
    path("practice/done", preparing.practised),
    path("touch/<ref:ref>/prepare", preparing.prepare),
    path("touch/<ref:ref>/practice", preparing.practice),
    path("touch/<ref:ref>/practised", preparing.practised),
    path("touch/<ref:ref>/talk.ics", preparing.talk),
    path("touches/<key:touch>", Records(verb="touch")),
    path("touch/<ref:ref>", touch.touch),
    path("touch/<ref:ref>/sent", Records(verb="sent", also=("subject", "text"))),
    path("touch/<ref:ref>/message", recording.message),
    path("touch/<ref:ref>/call", recording.call),
    path("touch/<ref:ref>/reply", Records(verb="reply", also=("text",))),
    path("touch/<ref:ref>/meeting", Records(verb="meeting")),
    path("touch/<ref:ref>/talked", Records(verb="talked")),
    path("touch/<ref:ref>/snooze", Records(verb="snooze")),
    path("touch/<ref:ref>/close", Records(verb="close")),
    path("touch/<ref:ref>/ask", recording.change_ask),
    path("progress", progress.progress),
    path("progress/side", side.side),
    path("settings", settings.settings),
    path("settings/yourself", settings.yourself),
    path("settings/away", settings.away),
    path("settings/backup", Late("data.backup")),
    path("settings/export", Late("data.exported")),
    path("settings/playbook", settings.playbook),
    path("settings/playbook/choose", Records(verb="playbook use", to="/settings#playbook")),
    path("settings/playbook/reset", Records(verb="playbook reset", to="/settings#playbook")),
    path("settings/wordings", wordings.wordings),
    path("settings/new-wording", wordings.new_wording),
    path("settings/new-wording/look", wordings.look_at_text),
    path("settings/new-wording/keep", wordings.add),
    path("settings/wordings/<str:name>", wordings.wording),
    path("settings/wordings/<str:name>/look", wordings.look_at_text),
    path("settings/wordings/<str:name>/keep", wordings.keep_wording_text),
    path("settings/wordings/<str:name>/reset", wordings.reset),
]
