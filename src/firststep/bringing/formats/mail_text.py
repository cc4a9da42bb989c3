"""The words of a mail, whatever it wraps them in. Pure.

Text only: nothing is loaded, nothing is opened (B37, B38). What is nested too deep is read as it
stands (B30).
"""

import re
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from html.parser import HTMLParser
from itertools import islice
from typing import NamedTuple

from firststep.bringing.formats.letters import Letters

MAIL_BYTES = 512 * 1024  # of a mail looked at; words stand before what is attached
_MOST_PARTS = 60
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "pre", "hr"}
)
_HIDDEN = frozenset({"style", "script", "head", "title", "template"})
_QUOTED = re.compile(r"gmail_quote(?!_attribution)|moz-cite|yahoo_quoted|protonmail_quote")
_METHOD = re.compile(r"^METHOD:(\w+)", re.MULTILINE)
_ANSWER = re.compile(r"PARTSTAT=([\w-]+)", re.IGNORECASE)


class MailText(NamedTuple):
    """What a mail says; `calendar` is the answer in a part that answers an invitation."""

    words: str
    calendar: str


def parsed(data: bytes) -> Message | None:
    """The mail in parts; None for one nested too deep to be taken apart."""
    try:
        return message_from_bytes(data[:MAIL_BYTES])
    except (RecursionError, MessageError, ValueError):
        return None


def text_of(message: Message | None, data: bytes, letters: Letters) -> MailText:
    """The words of the first part that has any: plain ones before those of a page."""
    found: dict[str, str] = {}
    for part in _parts(message):
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html", "text/calendar") and kind not in found:
            found[kind] = _decoded(part, letters)
    words = found.get("text/plain", "")
    if not any(map(str.isalpha, words)):
        words = _of_page(found["text/html"]) if "text/html" in found else words
    if message is None:
        words = data[:MAIL_BYTES].decode("utf-8", errors="replace")
    return MailText(words.replace("\r\n", "\n"), _calendar(found.get("text/calendar", "")))


def _parts(message: Message | None) -> list[Message]:
    """The parts that are no files, at most so many."""
    if message is None:
        return []
    try:
        parts = list(islice(message.walk(), _MOST_PARTS))
    except RecursionError:
        return []
    return [one for one in parts if not one.is_multipart() and not _is_file(one)]


def _is_file(part: Message) -> bool:
    named = "attachment" in str(part.get("content-disposition", "")).lower()
    return named and part.get_content_type() != "text/calendar"


def _decoded(part: Message, letters: Letters) -> str:
    try:
        raw = part.get_payload(decode=True)
    except (ValueError, LookupError):
        raw = str(part.get_payload()).encode(errors="replace")
    if not isinstance(raw, bytes):
        return ""
    told = letters.read([raw], said=str(part.get_param("charset") or ""))
    return told[0] if told else raw.decode("utf-8", errors="replace")


def _calendar(text: str) -> str:
    method, answer = _METHOD.search(text), _ANSWER.search(text)
    return answer[1].upper() if method and answer and method[1].upper() == "REPLY" else ""


def _of_page(page: str) -> str:
    """A page as text, what it quotes behind ">"."""
    reader = _Page()
    try:
        reader.feed(page[:MAIL_BYTES])
        reader.close()
    except (AssertionError, ValueError):  # a declaration nobody closed
        pass
    return reader.text()


class _Page(HTMLParser):
    """A page being read: its lines, each with how deep it is quoted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[bool, str]] = []
        self._line: list[str] = []
        self._quotes: list[str] = []  # the elements since the outermost that quotes
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS or tag == "blockquote":
            self._end_line()
        told = " ".join(value or "" for name, value in attrs if name in ("class", "id"))
        if tag == "blockquote" or _QUOTED.search(told) or (self._quotes and tag == self._quotes[0]):
            self._quotes.append(tag)
        self._hidden += tag in _HIDDEN

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS or tag == "blockquote":
            self._end_line()
        if self._quotes and tag == self._quotes[-1]:
            self._quotes.pop()
        if tag in _HIDDEN and self._hidden:
            self._hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._line.append(data)

    def _end_line(self) -> None:
        words = " ".join("".join(self._line).split())
        self._lines.append((bool(self._quotes), words))
        self._line = []

    def text(self) -> str:
        self._end_line()
        said = "\n".join(f"> {line}" if quoted else line for quoted, line in self._lines)
        return re.sub(r"\n{3,}", "\n\n", said).strip()
