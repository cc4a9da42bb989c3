"""Requests no page of ours sends: an answer of four hundred and something, never our mistake
(B49-B58)."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.interfaces.web.reading import Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign

DIGITS = ["²", "１", "٣", "五", "½", "-1", "9" * 40, "1e5", "%00", "", " 1", "0x1"]


@pytest.mark.parametrize("number", DIGITS)
@pytest.mark.parametrize(
    "address",
    ["/?done={}", "/people/?after={}:a", "/people/?q={}", "/progress?a_week={}", "/?minutes={}",
     "/people/{}", "/companies/{}", "/touch/p{}", "/people/1/compare?with={}", "/people/same?a={}"],
)  # fmt: skip
def test_what_looks_like_a_number_and_is_none_is_no_mistake_of_ours(
    address: str, number: str, reader: Reader, ada: "Campaign"
) -> None:
    assert reader.client.get(address.format(number)).status_code in (200, 301, 302, 400, 404)


@pytest.mark.parametrize("number", DIGITS)
def test_a_form_with_such_a_number_is_refused_and_writes_nothing(
    number: str, reader: Reader, ada: "Campaign"
) -> None:
    page = reader.open("/settings")
    for name in ("minutes_a_day", "revision"):
        form = page.form("/settings/yourself").fields
        answer = reader.client.post("/settings/yourself", {**form, name: number})
        assert answer.status_code in (302, 400, 409), (name, answer.status_code)


KINDS = [
    "application/x-www-form-urlencoded; charset=iso-8859-1",
    "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded; charset=none-such",
    "multipart/form-data",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary=ü",
    "multipart/form-data; boundary=a; charset=iso-8859-1",
    "application/json",
    "text/plain; charset=²",
    "",
    "²",
]
BODIES = [b"name=Eve", b"name=\xff\xfe&=&&", b"--a\r\n", b"", b"\x00" * 100, b"a=1&" * 5000]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("address", ["/people/add", "/start", "/import/preview", "/begin/start"])
def test_a_body_of_another_kind_is_refused(
    kind: str, address: str, reader: Reader, ada: "Campaign"
) -> None:
    stranger = Reader()
    for body in BODIES:
        for browser in (reader, stranger):
            answer = browser.client.generic("POST", address, body, content_type=kind)
            assert 200 <= answer.status_code < 500, (browser is reader, body[:20])
    assert not ada.people.exists()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD", "²"])
def test_another_method_is_answered_calmly(method: str, reader: Reader, ada: "Campaign") -> None:
    for address in ("/", "/people/add", "/start"):
        answer: Any = reader.client.generic(method, address)
        assert 200 <= answer.status_code < 500
