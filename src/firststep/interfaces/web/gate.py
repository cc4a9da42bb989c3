"""The gate: only this computer's own browser, holding the token the terminal showed, comes in."""

import hmac
import secrets
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

Answer = Callable[[HttpRequest], HttpResponseBase]
A_YEAR = 365 * 24 * 3600
OPEN_TO_ALL = ("/static/",)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def token_file() -> Path:
    """Where the token lies: in the data folder, so that a restart keeps the browser's cookie."""
    return Path(settings.DATA) / "site-token"


def local_token() -> str:
    """The random token of this data folder; made, readable by its owner only, the first time."""
    file = token_file()
    try:
        if token := file.read_text(encoding="ascii").strip():
            return token
    except FileNotFoundError:
        pass
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    token = secrets.token_urlsafe(32)
    file.touch(mode=0o600)
    file.chmod(0o600)
    file.write_text(token, encoding="ascii")
    return token


class LocalGate:
    """Lets in who carries the token in a cookie, sets it once from the address, refuses others."""

    def __init__(self, inner: Answer) -> None:
        self.inner = inner

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Referrer-Policy", "same-origin")
        if not request.path.startswith(OPEN_TO_ALL):
            add_never_cache_headers(response)
        return response

    def _answer(self, request: HttpRequest) -> HttpResponseBase:
        try:
            host = request.get_host()
        except DisallowedHost:
            return render(request, "closed.html", {"words": STRANGE_HOST}, status=400)
        if request.path.startswith(OPEN_TO_ALL):
            return self.inner(request)
        token = local_token()
        name = cookie_name(host)
        if _same(request.GET.get("token", ""), token) and request.method == "GET":
            return _welcome(request, name, token)
        if not _same(request.COOKIES.get(name, ""), token):
            return render(request, "closed.html", {"words": NO_TOKEN}, status=403)
        return self.inner(request)


STRANGE_HOST = "This site answers only to its own address on this computer."
NO_TOKEN = (
    "Open the address that Firststep showed in the terminal, the one with “token” in it. "
    "After that this browser is known."
)


def cookie_name(host: str) -> str:
    """One cookie for each port: two sites on one computer do not push each other out."""
    port = host.rpartition(":")[2]
    return f"firststep-{port}" if port.isdigit() else "firststep"


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())


def _welcome(request: HttpRequest, name: str, token: str) -> HttpResponse:
    rest = request.GET.copy()
    del rest["token"]
    query = f"?{rest.urlencode()}" if rest else ""
    response = HttpResponseRedirect(request.path + query)
    response.set_cookie(name, token, max_age=A_YEAR, httponly=True, samesite="Strict")
    return response
