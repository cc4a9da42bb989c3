"""One mail, or a pasted text, as what came in (B30-B39)."""

from datetime import date

import pytest

from firststep.bringing.formats.came_in import came_in
from firststep.errors import CannotDo

HEAD = (
    b"From: Zoe Okafor <zoe@halden.example>\r\nTo: Ada <ada@example.org>\r\n"
    b"Subject: =?utf-8?q?Re=3A_Gr=C3=BC=C3=9Fe?=\r\nMessage-ID: <2@halden.example>\r\n"
    b"In-Reply-To: <1@example.org>\r\nReferences: <0@example.org> <1@example.org>\r\n"
    b"Date: Mon, 2 Nov 2026 10:01:00 +0100\r\n"
)
DSN = (
    b"From: MAILER-DAEMON@mx.example\r\nTo: ada@example.org\r\nSubject: Undeliverable\r\n"
    b"Date: Mon, 2 Nov 2026 10:01:00 +0100\r\n"
    b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/plain\r\n\r\nYour message did not arrive.\r\n"
    b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
    b"Final-Recipient: rfc822; Zoe@Halden.example\r\nAction: failed\r\nStatus: %s\r\n\r\n--b--\r\n"
)


def test_a_mail_says_from_whom_to_whom_when_and_what_it_answers() -> None:
    found = came_in(HEAD + b"\r\nHello Ada\r\n", zone="Europe/Berlin", today=date(2026, 11, 3))

    assert (found.sender.name, found.sender.email) == ("Zoe Okafor", "zoe@halden.example")
    assert (found.subject, found.on) == ("Re: Grüße", date(2026, 11, 2))
    assert (found.message_id, found.signs) == ("<2@halden.example>", "")
    assert found.answers_to == ("<1@example.org>", "<0@example.org>")
    assert found.text.strip() == "Hello Ada"


@pytest.mark.parametrize(
    ("field", "signs"),
    [
        (b"Auto-Submitted: auto-replied", "machine"),
        (b"X-Autoreply: yes", "machine"),
        (b"Precedence: bulk", "machine"),
        (b"List-Id: <a.example>", "machine"),
        (b"Return-Path: <>", "machine"),
        (b"X-Auto-Response-Suppress: OOF, AutoReply", ""),
        (b"Auto-Submitted: no", ""),
    ],
)
def test_a_header_says_whether_a_person_wrote(field: bytes, signs: str) -> None:
    assert came_in(HEAD + field + b"\r\n\r\nI am away.\r\n").signs == signs


@pytest.mark.parametrize(
    ("status", "dead", "waiting"),
    [
        (b"5.1.1", ("zoe@halden.example",), ()),
        (b"5.1.10", ("zoe@halden.example",), ()),
        (b"5.2.2", (), ("zoe@halden.example",)),
        (b"5.7.1", (), ("zoe@halden.example",)),
        (b"4.4.1", (), ("zoe@halden.example",)),
    ],
)
def test_only_an_address_that_does_not_exist_is_dead(
    status: bytes, dead: tuple[str, ...], waiting: tuple[str, ...]
) -> None:
    found = came_in(DSN % status)

    assert (found.signs, found.dead, found.waiting) == ("bounce", dead, waiting)


def test_a_page_is_read_as_text_with_what_it_quotes_marked() -> None:
    page = (
        b"<html><head><style>p{}</style><title>x</title></head><body><p>No, <b>sorry</b>.</p>"
        b'<script>alert(1)</script><blockquote type="cite"><div>I would<br>be happy</div>'
        b"</blockquote></body></html>"
    )
    found = came_in(HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page)

    assert found.text.split("\n")[0] == "No, sorry."
    assert "> I would\n> be happy" in found.text
    assert "alert" not in found.text


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"Content-Type: text/plain; charset=nothing\r\n\r\nGr\xfc\xdfe",
        HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
        HEAD + b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
            for n in range(2_000)
        ),
        HEAD + b"\r\n" + b"word " * 2_000_000,
        HEAD[:120],
        b"From: " + b"(" * 20_000 + b"\r\nSubject: x\r\n\r\nHello",
        b"To: " + b"a@b.example, " * 20_000 + b"\r\nFrom: a@b.example\r\n\r\nHello",
        HEAD + b"Content-Type: text/html\r\n\r\n" + b"<div>" * 100_000,
        HEAD + b"Content-Transfer-Encoding: base64\r\n\r\n!!!!",
        "Grüße aus Köln".encode("cp1252"),
        "\ufeffHallo".encode("utf-16"),
    ],
    ids=range(11),
)  # fmt: skip
def test_a_mail_that_is_cut_hostile_or_huge_is_read_as_far_as_it_goes(data: bytes) -> None:
    assert isinstance(came_in(data).text, str)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"PK\x03\x04" + b"x" * 50, b"%PDF-1.7"])
def test_what_is_no_text_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(CannotDo) as refused:
        came_in(data)

    assert refused.value.kind == "bad_input"


def test_a_mailbox_of_several_mails_is_refused_and_of_one_is_read() -> None:
    one = b"From zoe@halden.example Mon Nov  2 10:01:00 2026\n" + HEAD + b"\r\nHello\r\n\r\n"

    assert came_in(one).sender.email == "zoe@halden.example"
    with pytest.raises(CannotDo):
        came_in(one + one)
