"""The site answers only to its own name, to a browser that holds the token (P-a, R5, R15)."""

import re
import stat
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from firststep.interfaces.web.gate import local_token, token_file
from tests.interfaces.web.reading import HOST, Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

pytestmark = pytest.mark.django_db


def a_stranger(host: str = HOST) -> Client:
    return Client(headers={"host": host})


def test_without_the_token_every_page_is_closed_in_plain_words(ada: "Campaign") -> None:
    for address in ("/", "/people/", "/companies/", "/progress", "/begin", "/import"):
        answer = a_stranger().get(address)
        assert answer.status_code == 403
        assert "Open the address that Firststep showed in the terminal" in answer.content.decode()
        assert "Ada" not in answer.content.decode()


def test_a_form_without_the_token_writes_nothing(ada: "Campaign") -> None:
    assert a_stranger().post("/people/add", {"name": "Eve"}).status_code == 403
    assert not ada.people.exists()


def test_the_first_visit_sets_a_cookie_no_script_can_read_and_drops_the_token() -> None:
    answer = a_stranger().get(f"/?token={local_token()}&x=1")
    cookie = answer.cookies["firststep-8765"]
    assert answer.status_code == 302
    assert answer["Location"] == "/?x=1"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"


@pytest.mark.parametrize("token", ["", "x", "é", "0" * 43])
def test_a_wrong_token_is_none(token: str, ada: "Campaign") -> None:
    assert a_stranger().get("/", {"token": token}).status_code == 403


def test_a_cookie_of_another_port_does_not_open_this_one(ada: "Campaign") -> None:
    stranger = a_stranger("127.0.0.1:9999")
    stranger.cookies["firststep-8765"] = local_token()
    assert stranger.get("/").status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1.evil.example"])
def test_a_forged_host_is_refused_even_with_the_token(host: str, ada: "Campaign") -> None:
    stranger = a_stranger(host)
    for port in ("firststep", "firststep-8765"):
        stranger.cookies[port] = local_token()
    assert stranger.get("/").status_code == 400
    assert stranger.get("/static/site.css").status_code == 400


def test_the_token_lies_in_the_data_folder_for_its_owner_only() -> None:
    before = local_token()
    assert stat.S_IMODE(token_file().stat().st_mode) == 0o600
    assert local_token() == before
    assert len(before) >= 43


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


def test_our_own_files_need_no_token_and_stay_in_their_folder() -> None:
    assert a_stranger().get("/static/site.css").status_code == 200
    assert a_stranger().get("/static/../gate.py").status_code in (400, 403, 404)
