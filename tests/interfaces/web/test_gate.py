"""The site answers only to its own names, to a browser that was let in (P-a, R5, R15)."""

import re
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from firststep.interfaces.web import letting_in
from firststep.interfaces.web.letting_in import fresh_key, new_session
from tests.interfaces.web.reading import HOST, Page, Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

pytestmark = pytest.mark.django_db

OURS = {"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}
ELSEWHERE = {
    "sec-fetch-dest": "document", "sec-fetch-mode": "navigate", "sec-fetch-site": "cross-site",
}  # fmt: skip


def a_stranger(host: str = HOST) -> Client:
    return Client(headers={"host": host}, enforce_csrf_checks=True)


def with_a_key(browser: Client, key: str, **said: str) -> Any:
    return browser.post("/start", {"key": key, **said}, headers=OURS)


def test_who_was_not_let_in_is_told_in_plain_words_how_to_get_in(ada: "Campaign") -> None:
    for address in ("/", "/people/", "/companies/", "/progress", "/begin", "/import", "/start"):
        answer = a_stranger().get(address)
        assert answer.status_code == 403
        assert "Press Enter in the terminal" in answer.content.decode()
        assert "Start key" in answer.content.decode()
        assert "Ada" not in answer.content.decode()


def test_a_form_of_a_stranger_writes_nothing(ada: "Campaign") -> None:
    assert a_stranger().post("/people/add", {"name": "Eve"}).status_code == 403
    assert not ada.people.exists()


def test_a_key_lets_one_browser_in_once(ada: "Campaign") -> None:
    key, first, second = fresh_key(), a_stranger(), a_stranger()

    answer = with_a_key(first, key)
    late = with_a_key(second, key)

    cookie = answer.cookies["firststep-8765"]
    assert cookie["httponly"] and cookie["samesite"] == "Strict" and cookie["path"] == "/"
    assert not cookie["domain"] and not cookie["max-age"] and not cookie["expires"]
    assert first.get("/").status_code == 200
    assert late.status_code == 403
    assert "was used already" in late.content.decode()
    assert second.get("/").status_code == 403


def test_the_address_of_the_terminal_uses_no_key_by_being_looked_at_and_keeps_none() -> None:
    key = fresh_key()

    typed_in = {"sec-fetch-site": "none", "sec-fetch-dest": "document"}

    # A preview, then a person.
    looked = [a_stranger().get("/", {"key": key}, headers=typed_in) for _ in range(2)]

    form = Page(looked[1]).form(f"http://{HOST}/start")
    assert form.method == "post"
    assert looked[1]["Referrer-Policy"] == "same-origin"
    entered = a_stranger().post("/start", form.fields)
    assert entered.status_code == 200
    assert key not in entered.content.decode()
    assert '<meta http-equiv="refresh" content="0;url=/">' in entered.content.decode()


def test_an_older_browser_is_let_in_by_the_address_at_once_and_led_on(ada: "Campaign") -> None:
    key, old = fresh_key(), a_stranger()

    answer = old.get("/", {"key": key})

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert old.get("/").status_code == 200
    assert a_stranger().get("/", {"key": key}).status_code == 403


def test_a_key_leads_on_to_the_page_that_was_wanted_and_nowhere_else(ada: "Campaign") -> None:
    closed = Page(a_stranger().get("/people/?q=a&x=<"))
    assert closed.form("/start").fields["to"] == "/people/?q=a&x=%3C"

    there = with_a_key(a_stranger(), fresh_key(), to="/people/?q=a")
    away = with_a_key(a_stranger(), fresh_key(), to="//evil.example/")

    assert 'url=/people/?q=a"' in there.content.decode()
    assert 'url=/"' in away.content.decode()


@pytest.mark.parametrize("key", ["", "x", "é", "0" * 43, "../name", "²" * 20])
def test_a_wrong_key_is_none(key: str, ada: "Campaign") -> None:
    letting_in.own_host()

    assert with_a_key(a_stranger(), key).status_code == 403
    assert a_stranger().get("/", {"key": key}).status_code == 403


def test_a_session_of_another_port_or_of_an_earlier_start_does_not_open_this_one(
    ada: "Campaign", monkeypatch: pytest.MonkeyPatch
) -> None:
    other, mine = a_stranger("127.0.0.1:9999"), a_stranger()
    other.cookies["firststep-8765"] = mine.cookies["firststep-8765"] = new_session()
    assert mine.get("/").status_code == 200
    assert other.get("/").status_code == 403

    monkeypatch.setattr(letting_in, "_sessions", set())  # as a start does

    answer = mine.get("/")
    assert answer.status_code == 403
    assert "was started again" in answer.content.decode()


def test_what_was_typed_before_a_restart_is_offered_to_who_gets_in_again(ada: "Campaign") -> None:
    mine = a_stranger()
    mine.cookies["firststep-8765"] = "of the start before"
    typed = {"name": "Zoë Hart", "note": "Two lines,\nand “quotes” & more", "once_key": "x" * 20}

    closed = Page(mine.post("/people/add", typed, headers=OURS))
    form = closed.form("/start")
    again = Page(mine.post("/start", {**form.fields, "key": fresh_key()}, headers=OURS))

    assert closed.status == 403
    assert "nothing you typed is lost" in closed.text and "Two lines," in closed.text
    assert not ada.people.exists()
    said = again.form("/people/add")
    assert mine.post("/people/add", said.fields, headers=OURS).status_code == 302
    zoe = ada.people.get()
    assert (zoe.name, zoe.note) == ("Zoë Hart", "Two lines,\nand “quotes” & more")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999", "sec-fetch-site": "same-site"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
    ],
)
def test_a_form_of_another_site_is_never_offered_filled(
    headers: dict[str, str], reader: Reader, ada: "Campaign"
) -> None:
    form = {"name": "Eve", "note": "planted"}

    closed = a_stranger().post("/people/add", form, headers=headers)
    let_in = reader.client.post("/people/add", form, headers=headers)
    carried = {"to": "/people/add", "kept": "name=Eve&note=planted"}
    by_the_door = reader.client.post("/start", carried, headers=headers)

    for answer in (closed, let_in, by_the_door):
        assert "planted" not in answer.content.decode()
    assert (closed.status_code, let_in.status_code) == (403, 403)
    assert "did not come from a page of Firststep" in let_in.content.decode()
    assert not ada.people.exists()


@pytest.mark.parametrize("into", ["document", "empty"], ids=["directly", "by the worker"])
def test_a_link_from_elsewhere_leads_through_a_page_of_ours_that_brings_the_cookie(
    into: str,
) -> None:
    elsewhere = {**ELSEWHERE, "sec-fetch-dest": into}
    bounced = a_stranger().get("/people/?q=a", headers=elsewhere)
    then = a_stranger().get("/people/?q=a", headers={**elsewhere, "sec-fetch-site": "same-origin"})

    assert 'content="0;url=/people/?q=a"' in bounced.content.decode()
    assert "refresh" not in then.content.decode()  # it leads nowhere twice


@pytest.mark.parametrize("told", [{"sec-fetch-dest": "iframe"}, {"sec-fetch-mode": "cors"}])
def test_what_another_site_asks_for_without_opening_a_page_is_led_nowhere(
    told: dict[str, str],
) -> None:
    answer = a_stranger().get("/people/", headers={**ELSEWHERE, **told})

    assert answer.status_code == 403
    assert "refresh" not in answer.content.decode()


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost:8765",
             "first-0123456789abcdef.localhost:8765", "[::1]:8765"],
)  # fmt: skip
def test_a_forged_host_is_refused_even_with_a_session(host: str, ada: "Campaign") -> None:
    stranger = a_stranger(host)
    for port in ("firststep", "firststep-8765"):
        stranger.cookies[port] = new_session()
    assert stranger.get("/").status_code == 400
    assert stranger.get("/static/site.css").status_code == 400
    assert stranger.post("/start", {"key": fresh_key()}).status_code == 400


@pytest.mark.parametrize("other", ["PREF=²", "a=\xff\x80", "=; ;;", "x={[(,)]}", "firststep-²=1"])
def test_what_others_left_in_the_cookies_shuts_nobody_out(other: str, ada: "Campaign") -> None:
    raw = f"{other}; firststep-8765={new_session()}".encode()
    for cookies in (raw, b"; ".join(reversed(raw.split(b"; ")))):
        answer = a_stranger().get("/", HTTP_COOKIE=cookies.decode("latin-1"))
        assert answer.status_code == 200


def test_pages_load_nothing_from_elsewhere_and_are_not_kept(
    reader: Reader, ada: "Campaign"
) -> None:
    for address in ("/", "/people/", "/companies/", "/progress", "/goal", "/import"):
        page = reader.open(address)
        headers = page.response.headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "no-store" in headers["Cache-Control"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert all(one.startswith("/static/") for one in page.parsed.remote)
        assert not re.search(r'\sstyle="|<script>|\son[a-z]+="', page.text)


def test_our_own_files_are_open_to_all_and_stay_in_their_folder() -> None:
    assert a_stranger().get("/static/site.css").status_code == 200
    assert a_stranger().get("/static/../gate.py").status_code in (400, 403, 404)
