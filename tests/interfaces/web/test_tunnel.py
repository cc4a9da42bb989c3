"""`serve --allow-host`: the site under the name of the seeker's own tunnel, for who was let in."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.conf import LazySettings

from firststep.errors import CannotDo
from firststep.interfaces.web.letting_in import fresh_key, new_session
from firststep.interfaces.web.serve import tunnel_name
from firststep.steps.outreach.models import Touch
from tests.interfaces.web.reading import Page, Reader
from tests.interfaces.web.tunnel import NAME

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign, Company
    from firststep.steps.people.models import Person


@pytest.fixture
def under(db: None, settings: LazySettings) -> Callable[[str], Reader]:
    """A browser that comes under a host's name, where the tunnel is allowed."""
    settings.ALLOWED_HOSTS, settings.TUNNEL = ["127.0.0.1", NAME], NAME

    def coming(host: str) -> Reader:
        reader = Reader()
        reader.client.defaults["HTTP_HOST"] = host
        return reader

    return coming


@pytest.mark.parametrize("typed", [NAME, f"https://{NAME}/", f" {NAME.upper()} "])
def test_a_name_is_taken_as_one_types_or_copies_it(typed: str) -> None:
    assert tunnel_name(typed) == NAME


@pytest.mark.parametrize(
    "typed",
    ["*", ".example", "*.example", "laptop", "a.localhost", "10.0.0.1", "a b.example", "x" * 300,
     "http://a.example/", "a.example/path", "-a.example", "a..example"],
)  # fmt: skip
def test_nothing_wider_than_one_name_is_taken(typed: str) -> None:
    with pytest.raises(CannotDo) as refused:
        tunnel_name(typed)
    assert refused.value.kind == "bad_input"
    assert "serve --allow-host" in refused.value.words


def test_nobody_comes_in_by_the_tunnel_without_a_key(under: Callable[[str], Reader]) -> None:
    assert under(NAME).open("/").status == 403


def test_a_key_lets_one_browser_in_and_its_cookie_goes_by_https_alone(
    under: Callable[[str], Reader], ada: "Campaign"
) -> None:
    phone = under(f"{NAME}:8443")
    answer = phone.client.get(f"/?key={fresh_key()}")

    assert answer.status_code == 302
    assert answer.cookies["firststep-8443"]["secure"]
    assert answer.cookies["firststep-8443"]["samesite"] == "Strict"


def test_a_form_from_there_is_taken_and_one_from_elsewhere_is_not(
    under: Callable[[str], Reader], ada: "Campaign", acme: "Company", ann: "Person"
) -> None:
    phone = under(NAME)
    phone.client.cookies["firststep"] = new_session()
    page = phone.open("/")
    form = page.form(f"/touch/p{ann.pk}/sent")
    for origin, status, count in (
        ("https://evil.example", 403, 0), (f"http://{NAME}", 403, 0), (f"https://{NAME}", 302, 1),
    ):  # fmt: skip
        sent = phone.client.post(form.action, form.fields, headers={"origin": origin})
        assert (sent.status_code, Touch.objects.count()) == (status, count), origin


def test_another_name_is_closed_and_without_a_tunnel_so_is_this_one(
    under: Callable[[str], Reader], settings: LazySettings
) -> None:
    assert "answers only to its own address" in under("evil.example").open("/").text
    settings.ALLOWED_HOSTS, settings.TUNNEL = ["127.0.0.1"], ""
    assert "answers only to its own address" in under(NAME).open("/").text


def test_the_page_that_hands_a_key_on_stays_within_the_tunnel(
    under: Callable[[str], Reader], ada: "Campaign"
) -> None:
    page = Page(under(NAME).client.get("/?key=abc", headers={"sec-fetch-site": "none"}))

    assert page.form(f"https://{NAME}/start").fields == {"key": "abc"}
    assert "localhost" not in page.text and "http://" not in page.text
