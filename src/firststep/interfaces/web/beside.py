"""A page with a form that was refused: drawn again as it was sent, the refusal beside its field.

Pure: it takes the page as text and answers with text. Every form is served by it, also those that
are yet to come; no page has to say anything for that.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from html import escape
from html.parser import HTMLParser

from firststep.facts.said import say

AsSent = Mapping[str, Sequence[str]]
OF_EVERY_FORM = {"csrfmiddlewaretoken", "once_key", "revision", "mark", "back", "stood", "shown_as"}
PRESSED = {"submit", "button", "reset", "image"}
CHOSEN = {"radio", "checkbox"}
PLACE = "refused"  # the id of the refusal, which its field names
# A value these cannot show would be gone from the page: then the field is drawn as a plain one.
READS = {"date": date.fromisoformat, "time": time.fromisoformat, "number": float}


@dataclass(slots=True)
class _Tag:
    """A start tag as it stands in the page, from `at` on."""

    name: str
    text: str
    at: int
    said: dict[str, str]

    @property
    def end(self) -> int:
        return self.at + len(self.text)


@dataclass(slots=True)
class _Box:
    """What holds a field and its label, or folds them away; `end` is where its end tag begins."""

    tag: _Tag
    end: int = 0


@dataclass(slots=True)
class _Field:
    tag: _Tag
    inside: tuple[_Box, ...]
    options: list[_Tag] = field(default_factory=list)
    end: int = 0  # of what stands in it, for a text area

    @property
    def name(self) -> str:
        return self.tag.said["name"]

    @property
    def kind(self) -> str:
        return self.tag.said.get("type", "text") if self.tag.name == "input" else self.tag.name


@dataclass(slots=True)
class _Form:
    tag: _Tag
    inside: tuple[_Box, ...]
    actions: set[str]
    hidden: dict[str, str] = field(default_factory=dict)
    fields: list[_Field] = field(default_factory=list)


def drawn_again(
    page: str, *, action: str, said: AsSent, words: str, about: str = "", more: str = ""
) -> str | None:
    """The page with the form of that address filled as it was sent and the refusal in it; None
    where the page has no such form.

    `about` names the field the refusal is about, where that is known; else it is told by what the
    words repeat. `more` is what follows the words, as HTML.
    """
    forms = [one for one in _Forms(page).found if action in one.actions]
    if not forms:
        return None
    form = max(forms, key=lambda one: _likeness(one, said))
    meant = _meant(form, said, words, about)
    said_so = escape(say("{refusal} Nothing was written yet.", refusal=words))
    told = f'<div class="refused" role="alert" id="{PLACE}"><p>{said_so}</p>{more}</div>'
    holders = meant.inside if meant else form.inside
    edits = [*_filled(form, said, meant), *_opened(holders)]
    place = _place(form, meant)
    return _edited(page, [*edits, (place, place, told)])


def _likeness(form: _Form, said: AsSent) -> int:
    """How much of what was sent the form says: those of one address differ in what they hide."""
    told = {name: value for name, value in form.hidden.items() if name not in OF_EVERY_FORM}
    same = sum(1 if value in said.get(name, ()) else -1 for name, value in told.items())
    names = {one.name for one in form.fields} | {*form.hidden}
    missing = sum(one.name not in said for one in form.fields if one.kind not in CHOSEN)
    return 3 * same - missing - sum(name not in names for name in said)


def _meant(form: _Form, said: AsSent, words: str, about: str) -> _Field | None:
    """The field a refusal is about; None where nothing tells it."""
    longest_first = sorted(form.fields, key=lambda one: -len(_typed(one, said)))
    named = [one for one in form.fields if one.name == about]
    hinted = [one for hint in HINTS for one in longest_first if hint(one, said, words)]
    one_alone = form.fields if len({one.name for one in form.fields}) == 1 else []
    return next(iter([*named, *hinted, *one_alone]), None)


def _is_quoted(one: _Field, said: AsSent, words: str) -> bool:
    typed = _typed(one, said)
    return bool(typed) and typed in words


def _is_missing(one: _Field, said: AsSent, words: str) -> bool:  # noqa: ARG001
    return "required" in one.tag.said and not _typed(one, said)


def _is_named(one: _Field, said: AsSent, words: str) -> bool:  # noqa: ARG001
    return re.search(rf"\b{re.escape(one.name)}\b", words.lower()) is not None


HINTS = (_is_quoted, _is_missing, _is_named)


def _typed(one: _Field, said: AsSent) -> str:
    return (said.get(one.name) or ("",))[0].strip()


def _place(form: _Form, meant: _Field | None) -> int:
    """Where the refusal stands: last in what holds the field, else first in the form."""
    holders = [box for box in (meant.inside if meant else ()) if box.tag.name != "details"]
    return holders[-1].end if holders and holders[-1].end > form.tag.end else form.tag.end


Edit = tuple[int, int, str]


def _filled(form: _Form, said: AsSent, meant: _Field | None) -> Iterable[Edit]:
    """The fields with what was typed into them; the one that is meant says so."""
    left = {name: list(values) for name, values in said.items()}
    for one in form.fields:
        marks = {"aria-invalid": "true", "aria-describedby": PLACE} if one is meant else {}
        if one is meant:
            marks["autofocus"] = ""
        if one.kind in CHOSEN:
            chosen = one.tag.said.get("value", "on") in said.get(one.name, ())
            yield _tag(one.tag, {**marks, "checked": "" if chosen else None})
        elif one.kind == "file":
            yield _tag(one.tag, marks)
        else:
            yield from _written(one, (left.get(one.name) or [""]).pop(0), marks)


def _written(one: _Field, value: str, marks: dict[str, str]) -> Iterable[Edit]:
    if one.kind == "textarea":
        yield _tag(one.tag, marks)
        yield one.tag.end, one.end, f"\n{escape(value)}"
    elif one.kind == "select":
        yield _tag(one.tag, marks)
        yield from _chosen(one, value)
    else:
        kind = {} if _is_shown(one.kind, value) else {"type": "text"}
        yield _tag(one.tag, {**marks, **kind, "value": value})


def _chosen(one: _Field, value: str) -> Iterable[Edit]:
    """The option that was sent; one that was not to choose from stands above them."""
    for option in one.options:
        if ("selected" in option.said) != (option.said.get("value", "") == value):
            yield _tag(option, {"selected": None if "selected" in option.said else ""})
    if value not in {option.said.get("value", "") for option in one.options}:
        told = escape(value)
        yield one.tag.end, one.tag.end, f'<option value="{told}" selected>{told}</option>'


def _is_shown(kind: str, value: str) -> bool:
    """Whether a field of that kind shows the value as it was typed."""
    try:
        return not value or kind not in READS or READS[kind](value) is not None
    except ValueError:
        return False


def _opened(boxes: Iterable[_Box]) -> Iterable[Edit]:
    """What folds the field away stands open."""
    return [_tag(box.tag, {"open": ""}) for box in boxes if box.tag.name == "details"]


def _tag(tag: _Tag, changes: Mapping[str, str | None]) -> Edit:
    """A start tag with other attributes; None takes one out."""
    said = {name: value for name, value in {**tag.said, **changes}.items() if value is not None}
    told = "".join(
        f' {name}="{escape(value)}"' if value else f" {name}" for name, value in said.items()
    )
    return tag.at, tag.end, f"<{tag.name}{told}>"


def _edited(page: str, edits: Iterable[Edit]) -> str:
    for start, end, words in sorted(edits, reverse=True):
        page = page[:start] + words + page[end:]
    return page


class _Forms(HTMLParser):
    """The forms of a page that write, and where their fields stand."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[_Form] = []
        self._open: _Form | None = None
        self._boxes: list[_Box] = []
        self._field: _Field | None = None
        self._lines = [0, *(found.end() for found in re.finditer("\n", page))]
        self.feed(page)

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        one = _Tag(tag, self.get_starttag_text() or "", self._at(), said)
        if tag in ("div", "fieldset", "details"):
            self._boxes.append(_Box(one))
        elif tag == "form" and said.get("method", "").lower() == "post":
            self._open = _Form(one, self._holders(), {said.get("action", "")})
            self.found.append(self._open)
        elif tag == "option" and self._field:
            self._field.options.append(one)
        elif self._open:
            self._in_form(self._open, one)

    def _in_form(self, form: _Form, one: _Tag) -> None:
        kind = one.said.get("type", "text")
        if one.said.get("formaction"):
            form.actions.add(one.said["formaction"])
        if one.name not in ("input", "textarea", "select") or not one.said.get("name"):
            return
        if kind == "hidden":
            form.hidden[one.said["name"]] = one.said.get("value", "")
        elif kind not in PRESSED:
            self._field = _Field(one, self._holders())
            form.fields.append(self._field)

    def _holders(self) -> tuple[_Box, ...]:
        """What a form or field stands in: folds, and what holds a label with its field."""
        return tuple(
            box
            for box in self._boxes
            if box.tag.name != "div" or "field" in box.tag.said.get("class", "").split()
        )

    def handle_endtag(self, tag: str) -> None:
        if tag in ("div", "fieldset", "details"):
            while self._boxes:
                box = self._boxes.pop()
                box.end = self._at()
                if box.tag.name == tag:
                    break
        elif tag == "form":
            self._open = self._field = None
        elif tag in ("textarea", "select") and self._field:
            self._field.end = self._at()
            self._field = None
