"""The site as an app: the worker that keeps pages for when there is no line, and what it keeps."""

import hashlib
import json
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from firststep.interfaces.web.languages import speak
from firststep.interfaces.web.words import STATIC, asset
from firststep.journal.models import Entry
from firststep.plan.shown import present_campaign

KEPT_STYLES = ("tokens.css", "site.css", "controls.css", "lists.css", "today.css")
KEPT_SCRIPTS = ("kept.js", "offline.js", "keys.js", "touch.js", "later.js", "sift.js")
FONTS = (
    "newsreader-latin.woff2", "newsreader-italic-latin.woff2", "instrument-sans-latin.woff2",
)  # fmt: skip
EMPTIES = ("forget", "restore")  # after which no page kept before may be shown


@require_GET
def worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The worker. Its text changes with our files and with what empties the pages kept: browsers
    compare it at every page, and a changed one throws away what the one before it kept."""
    files = _files()
    emptied = _print(_emptied())
    told = {"VERSION": _version(files, emptied), "EMPTIED": emptied, "FILES": files}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in told.items())
    text = "".join((STATIC / name).read_text(encoding="utf-8") for name in ("kept.js", "worker.js"))
    return HttpResponse(head + text, content_type="text/javascript; charset=utf-8")


@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """What stands in for a page that is not kept. It tells of nobody."""
    speak(_language())
    return render(request, "offline.html")


def _language() -> str:
    campaign = present_campaign()
    return campaign.language if campaign else ""


def _emptied() -> str:
    campaign = present_campaign()
    if campaign is None:
        return ""
    rows = Entry.objects.filter(campaign=campaign, verb__in=EMPTIES).order_by("-revision")
    return f"{campaign.mark} {rows.values_list('revision', flat=True).first() or 0}"


def _version(files: list[str], emptied: str) -> str:
    of = json.dumps(
        [files, (STATIC / "worker.js").read_text(encoding="utf-8"), emptied, _language()]
    )
    return _print(of)


def _print(of: str) -> str:
    return hashlib.sha256(of.encode()).hexdigest()[:12]


@cache
def _files() -> list[str]:
    fonts = [f"/static/fonts/{name}" for name in FONTS]
    return [asset(name) for name in (*KEPT_STYLES, *KEPT_SCRIPTS, "icon.svg")] + fonts
