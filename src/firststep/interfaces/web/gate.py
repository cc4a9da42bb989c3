"""The gate: only a browser that was let in comes in, and only under the site's own two names."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.cookie import parse_cookie
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from firststep.facts.said import say, to_say
from firststep.facts.text import whole_number
from firststep.interfaces.web import letting_in
from firststep.interfaces.web.refusals import is_own_form, legible, offered_again, typed_fields
from firststep.interfaces.web.visit import our_address

Answer = Callable[[HttpRequest], HttpResponseBase]
HERE = "127.0.0.1"
START = "/start"
OPEN_TO_ALL = ("/static/",)
ELSEWHERE = ("cross-site", "same-site")
SMALL_BODY = 256 * 1024  # of a form that is kept though nobody is let in yet
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "media-src blob:; manifest-src 'self'; worker-src 'self'; connect-src 'self'{own}; "
    "form-action 'self'{own}; base-uri 'none'; frame-ancestors 'none'"
)
STRANGE_HOST = to_say("This site answers only to its own address on this computer.")
NOT_LET_IN = to_say("Firststep runs, and this browser has not been let in yet.")
ANEW = to_say("Firststep was started again after this page was opened.")
NO_KEY = to_say("That start key was used already, is older than 15 minutes, or has a slip in it.")


class LocalGate:
    """Lets in who shows a session of this server, exchanges a start key for one, refuses others."""

    def __init__(self, inner: Answer) -> None:
        self.inner = inner

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY.format(own=""))
        response.headers.setdefault("Referrer-Policy", "same-origin")
        if not request.path.startswith(OPEN_TO_ALL):
            add_never_cache_headers(response)
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        try:
            host = request.get_host()
        except DisallowedHost:
            return render(request, "closed.html", {"words": say(STRANGE_HOST)}, status=400)
        if is_tunnel(host):  # it speaks HTTPS, whatever reaches this computer of it
            request.META["wsgi.url_scheme"] = "https"
        if request.path.startswith(OPEN_TO_ALL):
            return self.inner(request)
        return self._at_the_door(request, host)

    def _at_the_door(self, request: HttpRequest, host: str) -> HttpResponseBase:
        known = is_let_in(host, request.headers.get("Cookie", ""))
        if request.method == "GET" and (request.path == START or "key" in request.GET):
            return HttpResponseRedirect("/") if known else self._by_address(request, host)
        if request.path == START and request.method == "POST" and not known:
            return self._exchanged(request, host, request.POST.get("key", ""))
        return self.inner(request) if known else _closed(request)

    def _by_address(self, request: HttpRequest, host: str) -> HttpResponseBase:
        """The terminal's address. Browsers that find the site's own name all say how they come to
        open a page; what does not say it is let in at once."""
        key = request.GET.get("key", "")
        if not key:
            return _closed(request, NO_KEY if "used" in request.GET else "")
        if "Sec-Fetch-Site" not in request.headers:
            return self._exchanged(request, host, key)
        at = f"{request.scheme}://{host}"
        own = f"http://{letting_in.own_host()}:{host.rpartition(':')[2]}"
        own = at if is_tunnel(host) else own  # a phone finds no name of this computer's
        response = HttpResponse(handing_on(key, at=at, own=own))
        response["Content-Security-Policy"] = POLICY.format(own=f" {own}")
        return response

    def _exchanged(self, request: HttpRequest, host: str, key: str) -> HttpResponseBase:
        """A key becomes a session."""
        session = letting_in.use_key(key)
        if session is None:
            return _closed(request, NO_KEY, again=f"{START}?used")
        posted = request.method == "POST"
        response = self.inner(request) if posted else HttpResponseRedirect("/")
        response.set_cookie(
            cookie_name(host), session,
            httponly=True, samesite="Strict", secure=request.is_secure(),
        )  # fmt: skip
        return response


@csrf_exempt  # who has just come in holds none of our forms yet
@require_POST
def arrived(request: HttpRequest) -> HttpResponse:
    """On to the page that was wanted, or to what was typed before the site was started anew.

    A page of ours leads on and no redirect does: to the browser the redirect would still come from
    the page before, and it would keep the cookie back.
    """
    to = our_address(request.POST.get("to", "")) or "/"
    kept = request.POST.get("kept", "")
    if kept and is_own_form(request):
        return offered_again(request, action=to, fields=_unpacked(kept))
    return render(request, "arrived.html", {"to": to})


def is_tunnel(host: str) -> bool:
    """Whether a request came under the name of the seeker's own tunnel, whatever its port."""
    name = host.rpartition(":")[0] or host
    return bool(settings.TUNNEL) and name.lower() == settings.TUNNEL


def cookie_name(host: str) -> str:
    """One cookie for each port: two sites on one computer do not push each other out."""
    port = host.rpartition(":")[2]
    return "firststep" if whole_number(port) is None else f"firststep-{port}"


def is_let_in(host: str, cookies: str) -> bool:
    """Whether a request's headers show a session of this server."""
    given = _cookie(host, cookies)
    return given is not None and letting_in.is_session(given)


def _cookie(host: str, cookies: str) -> str | None:
    return parse_cookie(cookies).get(cookie_name(host))


def handing_on(key: str, *, at: str, own: str) -> str:
    """The page that hands a start key on by a form, so that no address keeps it: to the site's own
    name where the browser finds it, else to where it is `at`."""
    return render_to_string("start.html", {"key": key, "at": at, "own": own})


def _closed(request: HttpRequest, words: str = "", *, again: str = "") -> HttpResponse:
    """What to do to get in; what was typed into a form of ours is carried along."""
    if _comes_from_elsewhere(request) and (again or request.method == "GET"):
        context = {"to": again or request.get_full_path()}
        return render(request, "arrived.html", context, status=403)
    to, kept = _wanted(request)
    given = _cookie(request.get_host(), request.headers.get("Cookie", "")) is not None
    told: dict[str, Any] = {
        "words": say(words or (ANEW if given else NOT_LET_IN)),
        "to": to,
        "kept": kept,
        "typed": legible(_unpacked(kept)),
        "door": True,
    }
    return render(request, "closed.html", told, status=403)


def _wanted(request: HttpRequest) -> tuple[str, str]:
    """The address to go on to, and what was typed for it."""
    here = request.get_full_path()
    if request.method != "POST":
        return ("" if request.path == START else here), ""
    if not is_own_form(request):
        return "", ""
    if request.path == START:
        return request.POST.get("to", ""), request.POST.get("kept", "")
    kept = _packed(request)
    return (here if kept else ""), kept


def _comes_from_elsewhere(request: HttpRequest) -> bool:
    """A link in a mail or on another page: the browser keeps the cookie back, though it may have
    one. A page of ours that leads to the same address brings it. Through the site's worker a page
    is opened with the destination "empty" in place of "document"."""
    opens_a_page = request.headers.get("Sec-Fetch-Mode") == "navigate"
    into = request.headers.get("Sec-Fetch-Dest") in ("document", "empty")
    return opens_a_page and into and request.headers.get("Sec-Fetch-Site") in ELSEWHERE


def _packed(request: HttpRequest) -> str:
    """What a form held, where it is small enough to be carried."""
    length = whole_number(request.headers.get("Content-Length", ""))
    small = length is not None and length <= SMALL_BODY
    return urlencode(typed_fields(request)) if small else ""


def _unpacked(kept: str) -> list[tuple[str, str]]:
    return parse_qsl(kept, keep_blank_values=True)
