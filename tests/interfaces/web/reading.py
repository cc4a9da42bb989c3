"""Reading pages and sending their forms as a browser without scripts does."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client

HOST = "127.0.0.1:8765"


@dataclass
class Form:
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)


class Forms(HTMLParser):
    """The forms of a page with what their fields hold when it is drawn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.links: list[str] = []
        self.remote: list[str] = []
        self._area = self._choice = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {name: value or "" for name, value in attrs}
        if tag in ("script", "img", "iframe", "link") and (a.get("src") or a.get("href", "")):
            self.remote.append(a.get("src") or a["href"])
        if tag == "a" and "href" in a:
            self.links.append(a["href"])
        if tag == "form":
            self.found.append(Form(a.get("action", ""), a.get("method", "get")))
        elif tag == "input" and self.found and "name" in a:
            if a.get("type") not in ("radio", "checkbox") or "checked" in a:
                self.found[-1].fields[a["name"]] = a.get("value", "")
        elif tag == "textarea" and self.found and "name" in a:
            self._area = a["name"]
            self.found[-1].fields[self._area] = ""
        elif tag == "select":
            self._choice = a.get("name", "")
        elif tag == "option" and self._choice and "selected" in a:
            self.found[-1].fields[self._choice] = a.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[-1].fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""
        if tag == "select":
            self._choice = ""


class Page:
    """One answer: its words, its forms, its links."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response
        self.status = response.status_code
        self.text = response.content.decode()
        self.address = getattr(response, "request", {}).get("PATH_INFO", "")
        self.parsed = Forms(self.text)

    def form(self, action: str, **holding: str) -> Form:
        """The form with that address, and with those values where several have it."""
        for form in self.forms(action):
            if holding.items() <= form.fields.items():
                return form
        raise AssertionError(f"no form {action} {holding}: {[f.action for f in self.parsed.found]}")

    def forms(self, action: str) -> Iterator[Form]:
        return (form for form in self.parsed.found if form.action == action)


class Reader:
    """A browser that was let in; `raises` lets our own mistakes through to the test."""

    def __init__(self) -> None:
        self.client = Client(
            enforce_csrf_checks=True, headers={"host": HOST}, raise_request_exception=True
        )

    def open(self, address: str) -> Page:
        return Page(self.client.get(address, follow=True))

    def send(self, page: Page, action: str, *, holding: dict[str, str] | None = None,
             follow: bool = True, **fields: Any) -> Page:  # fmt: skip
        """Fills in one form of a page and sends it."""
        form = page.form(action, **(holding or {}))
        return self.post(action, {**form.fields, **fields}, follow=follow)

    def post(self, action: str, fields: dict[str, Any], *, follow: bool = True) -> Page:
        return Page(self.client.post(action, fields, follow=follow))
