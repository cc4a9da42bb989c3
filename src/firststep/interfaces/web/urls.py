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
from firststep.interfaces.web.pages import today

_PAGES = "firststep.interfaces.web.pages"


class Late:
    """A view whose module is loaded at its first use: a start waits for Today alone."""

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
    path("noted", Late("noted.all_noted")),
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
    path("goal", Late("goal.goal")),
    path("goal/choose", Late("goal.choose_goal")),
    path("goal/landed", Records(verb="landed", to="/landed")),
    path("landed", Late("landing.landing")),
    path("landed/take-out", Late("landing.take_out")),
    path("companies/", Late("companies.companies")),
    path("companies/add", Late("companies.add_company")),
    path("companies/suggested", Late("companies.suggested")),
    path("companies/names", Late("names.names")),
    path("companies/check", Late("checking.check")),
    path("companies/check/answer", Late("checking.answers")),
    path("companies/paste", Late("bringing.pasted_companies")),
    path("companies/<key:company>", Late("company.company")),
    path("companies/<key:company>/edit", Late("company.edit")),
    path("companies/<key:company>/stage", Records(verb="stage")),
    path("companies/<key:company>/opening", Records(verb="opening")),
    path("companies/<key:company>/drop", Records(verb="company drop", to="/companies/")),
    path("companies/<key:company>/seat", Late("company.seat")),
    path("companies/<key:company>/interview", Late("preparing.interview_at")),
    path("companies/<key:company>/interview/told", Late("preparing.interview_told")),
    path("companies/<key:company>/interview.ics", Late("preparing.interview_file")),
    path("companies/<key:company>/practice", Late("preparing.practice")),
    path("companies/<key:company>/practised", Late("preparing.practised")),
    path("companies/<key:company>/confirm", Records(verb="company confirm")),
    path("people/", Late("people.people")),
    path("people/add", Late("people.add_person")),
    path("people/same", Late("merge.pairs")),
    path("people/same/merge", Late("merge.same")),
    path("people/same/not", Records(verb="merge")),
    path("people/same/undo", Records(verb="merge")),
    path("people/<key:person>", Late("person.person")),
    path("people/<key:person>/compare", Late("comparing.with_whom")),
    path("people/<key:person>/edit", Records(verb="person edit")),
    path("people/<key:person>/position", Records(verb="position")),
    path("people/<key:person>/tie", Records(verb="tie")),
    path("people/<key:person>/keep", Records(verb="keep")),
    path("people/<key:person>/do-not-contact", Records(verb="do-not-contact")),
    path("people/<key:person>/ask", Late("person.ask_for")),
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
    path("favours/", Late("favours.favours")),
    path("favours/add", Records(verb="favour")),
    path("favours/promise", Records(verb="promise")),
    path("practice", Late("preparing.practice")),
    path("practice/done", Late("preparing.practised")),
    path("touch/<ref:ref>/prepare", Late("preparing.prepare")),
    path("touch/<ref:ref>/practice", Late("preparing.practice")),
    path("touch/<ref:ref>/practised", Late("preparing.practised")),
    path("touch/<ref:ref>/talk.ics", Late("preparing.talk")),
    path("touches/<key:touch>", Records(verb="touch")),
    path("touch/<ref:ref>", Late("touch.touch")),
    path("touch/<ref:ref>/sent", Records(verb="sent", also=("subject", "text"))),
    path("touch/<ref:ref>/message", Late("recording.message")),
    path("touch/<ref:ref>/call", Late("recording.call")),
    path("touch/<ref:ref>/reply", Records(verb="reply", also=("text",))),
    path("touch/<ref:ref>/meeting", Records(verb="meeting")),
    path("touch/<ref:ref>/talked", Records(verb="talked")),
    path("touch/<ref:ref>/snooze", Records(verb="snooze")),
    path("touch/<ref:ref>/close", Records(verb="close")),
    path("touch/<ref:ref>/ask", Late("recording.change_ask")),
    path("progress", Late("progress.progress")),
    path("progress/side", Late("side.side")),
    path("settings", Late("settings.settings")),
    path("settings/yourself", Late("settings.yourself")),
    path("settings/away", Late("settings.away")),
    path("settings/backup", Late("data.backup")),
    path("settings/export", Late("data.exported")),
    path("settings/playbook", Late("settings.playbook")),
    path("settings/playbook/choose", Records(verb="playbook use", to="/settings#playbook")),
    path("settings/playbook/reset", Records(verb="playbook reset", to="/settings#playbook")),
    path("settings/wordings", Late("wordings.wordings")),
    path("settings/new-wording", Late("wordings.new_wording")),
    path("settings/new-wording/look", Late("wordings.look_at_text")),
    path("settings/new-wording/keep", Late("wordings.add")),
    path("settings/wordings/<str:name>", Late("wordings.wording")),
    path("settings/wordings/<str:name>/look", Late("wordings.look_at_text")),
    path("settings/wordings/<str:name>/keep", Late("wordings.keep_wording_text")),
    path("settings/wordings/<str:name>/reset", Late("wordings.reset")),
]
