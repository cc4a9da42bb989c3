"""Keeps the languages of the pages: what is said, what is translated, what is out of date.

    python bin/language.py              a line for each language and room, and all that is wrong
    python bin/language.py ROOM ...     writes the room's files anew; what is new has no words yet

A text is found as its source marks it (docs/languages.md), so nothing but the source is a list.
"""

import ast
import os
import re
import string
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parent.parent / "src" / "firststep"
LANGUAGES = SOURCE / "languages"
HEAD = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: {language}\\n"
"Plural-Forms: nplurals={forms}; plural={rule};\\n"

"""
# Rooms of which every text is translated in every language; it only grows.
DONE = ("today", "setting_up", "plan", "words", "people", "following", "verbs", "steps", "doors")
# How many texts a call begins with; `sense=` tells a text from another that is alike. A refusal
# says its words itself, and may be given some that were said already.
REFUSALS = {"CannotDo": 1, "CannotRead": 1, "Stale": 1}
CALLS = {"say": 1, "to_say": 1, "say_of": 2, "say_day": 1, **REFUSALS}
SAYING = {"firststep.facts.said", "firststep.errors", "firststep.facts.file_rows"}
CALLED = "called"  # the word for what was typed, which a refusal says
PATTERN_AT = {"say_day": 1}  # after the day itself

# Tables of which every text is said where it is shown: the parts of a row, or the row itself.
# Two parts of a row that are one text and what it is of several stand together.
Part = str | int | tuple[int, int]
TABLES: tuple[tuple[str, tuple[Part, ...]], ...] = (
    ("facts.step_kinds:STEP_KINDS",
     ("verb", "phrase", "title", "when_late", "wayless", "sent_words", "opens")),
    ("facts.line_kinds:LINE_KINDS", ("words",)),
    ("facts.playbook:LIMITS", ("words",)),
    ("facts.asks:ASK_KINDS", ("choice", "about", "noun", "known_reason")),
    ("facts.asks:SMALLER", ()),
    ("facts.heard_kinds:HEARD_WORDS", ()),
    ("plan.playbook.followup:AFTER_HELP", ()),
    ("plan.playbook.outreach:NTH", ()),
    ("plan.playbook.people:STAY_IN_TOUCH", ()),
    ("plan.playbook.people:LEFT_OPEN", ()),
    ("interfaces.answers.landing:STILL_OPEN", ()),
    ("plan.playbook.people:LAST_SAID", ()),
    ("plan.playbook.waiting:WHY_PUT_OFF", ()),
    ("plan.playbook.waiting:WHY_HELD_BACK", ()),
    ("plan.playbook.waiting:ENDED", ()),
    ("interfaces.words.stages:ROUTES", ()),
    ("interfaces.words.stages:REACHED", ()),
    ("interfaces.words.stages:STAGES", ()),
    ("interfaces.web.keyboard:KEYBOARD", (1,)),
    ("interfaces.words.behind:COUNTS", ("title", "rule", "good", "otherwise")),
    ("interfaces.words.files:COLUMN_WORDS", ()),
    ("interfaces.words.files:TALLIES", ((0, 1),)),
    ("interfaces.words.following:CAME_OF_IT", ()),
    ("interfaces.words.following:LEARNED", ()),
    ("interfaces.words.following:TALKED_HOW", ()),
    ("interfaces.words.people:PARTS", ()),
    ("interfaces.words.people:TIES", ()),
    ("interfaces.words.people:UNSURE", ()),
    ("interfaces.words.people:HOW_CLOSE", (0, 1)),
    ("steps.people.same_person.differing:CHOICES", ()),
    ("steps.outreach.wordings.fields:CONDITION_WORDS", ()),
    ("steps.outreach.wordings.fields:FIELD_WORDS", ()),
    ("verbs.goal.rhythm:KEEPING", ()),
    ("verbs.targets.opening:PAST", ()),
    ("verbs.targets.target:STAGED", ()),
    ("verbs.thread.answers:REPLY_WORDS", ()),
    ("verbs.thread.calls:CALL_WORDS", ()),
    ("verbs.thread.calls:CALL_ENDED", ()),
    ("verbs.thread.sending:WORDS", ()),
    ("facts.message:IS", ()),
    ("steps.approach.paths:CLOSENESS", ()),
)  # fmt: skip
# Which sources are one translator's: the first room whose beginning of a path fits.
ROOMS: dict[str, tuple[str, ...]] = {
    "today": (
        *(f"interfaces/web/templates/{name}.html" for name in (
            "base", "today", "parts/places", "parts/told", "parts/keyboard", "parts/happened",
            "parts/later", "parts/sheet", "parts/awaited", "parts/awaited_one",
            "parts/touched", "parts/besides", "parts/figures", "parts/range", "parts/pages")),
        *(f"interfaces/web/{name}.py" for name in (
            "pages/today", "pages/side", "cards", "step_words", "awaited", "figures", "keyboard",
            "visit", "portion")),
        *(f"interfaces/words/{name}.py" for name in ("days", "counts", "steps")),
        "interfaces/words/stages.py", "interfaces/answers/day.py", "facts/",
    ),
    "people": (
        *(f"interfaces/web/templates/{name}" for name in (
            "people", "person", "touch", "merge", "compare", "check", "names", "parts/")),
        *(f"interfaces/web/pages/{name}.py" for name in (
            "people", "person", "touch", "merge", "comparing", "checking", "names")),
        *(f"interfaces/web/{name}.py" for name in (
            "papers", "people_kinds", "person_words", "ways_drawn", "steps_there", "beside",
            "happenings")),
        "steps/people/ties/", "steps/people/same_person/",
    ),
    "setting_up": (
        *(f"interfaces/web/templates/{name}" for name in (
            "begin", "goal", "compan", "suggested", "import", "wording", "settings", "landed",
            "inbox")),
        *(f"interfaces/web/pages/{name}.py" for name in (
            "begin", "goal", "companies", "company", "bringing", "wordings", "settings", "landing",
            "inbox", "data")),
        "interfaces/web/import_words.py", "interfaces/web/uploads.py", "interfaces/web/working.py",
    ),
    "following": (
        *(f"interfaces/web/templates/{name}" for name in (
            "event", "met", "favours", "heard", "noted", "interview", "practice", "prepare",
            "understood", "progress", "behind")),
        *(f"interfaces/web/pages/{name}.py" for name in (
            "events", "met", "favours", "heard", "noted", "preparing", "progress", "behind", "log",
            "recording", "undoing")),
        "interfaces/web/noted_lines.py", "interfaces/web/weeks.py", "interfaces/web/ahead.py",
        "habits/practice/", "habits/favours/ideas.py",
    ),
    "doors": ("interfaces/web/",),
    "words": ("interfaces/",),
    "plan": ("plan/", "learn/", "outlook/", "snapshot/"),
    "verbs": ("verbs/", "journal/", "errors.py", "keeping/"),
    "steps": ("steps/", "habits/", "bringing/"),
}  # fmt: skip


class Text(NamedTuple):
    """One text: for a number of things it has another for several."""

    one: str
    many: str = ""
    sense: str = ""
    source: str = ""


def texts() -> list[Text]:
    """All texts, in the order of their sources."""
    found: list[Text] = []
    for file in sorted(SOURCE.rglob("*.py")):
        found += in_python(file.read_text("utf-8"), str(file.relative_to(SOURCE)))
    _set_up()
    for where, parts in TABLES:
        found += in_table(where, parts)
    for file in sorted(SOURCE.rglob("templates/**/*.html")):
        found += in_template(file.read_text("utf-8"), str(file.relative_to(SOURCE)))
    return found


@cache
def by_room() -> dict[str, list[Text]]:
    """The texts of each room, each once."""
    rooms: dict[str, dict[tuple[str, str], Text]] = {room: {} for room in ROOMS}
    for text in texts():
        room = room_of(text.source)
        before = rooms[room].get((text.one, text.sense))
        if before is None or not before.many:
            rooms[room][text.one, text.sense] = text
    return {room: list(held.values()) for room, held in rooms.items()}


def room_of(source: str) -> str:
    """Whose file the texts of a source stand in."""
    return next(room for room, at in ROOMS.items() if source.startswith(at))


def in_python(code: str, source: str) -> Iterator[Text]:
    """The texts a module says. Raises ValueError where a text is put together before it is said:
    nobody could translate it."""
    tree = ast.parse(code)
    ours = {
        one.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in SAYING
        for one in node.names
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and (name := _called(call)) in ours & CALLS.keys():
            at = PATTERN_AT.get(name, 0)
            given = call.args[at : at + CALLS[name]]
            put_together = any(isinstance(one, ast.JoinedStr | ast.BinOp) for one in given)
            if put_together and name not in REFUSALS:
                raise ValueError(f"{source}:{call.lineno} {name}() of a text put together")
            words = [one.value for one in given if isinstance(one, ast.Constant)]
            if len(words) == CALLS[name]:
                yield Text(*(words if len(words) == 2 else (words[0], "")), _sense(call), source)
        if isinstance(call, ast.Call):
            named = (one.value for one in call.keywords if one.arg == CALLED)
            yield from (
                Text(str(one.value), source=source)
                for one in named
                if isinstance(one, ast.Constant)
            )


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _sense(call: ast.Call) -> str:
    named = {word.arg: word.value for word in call.keywords}
    found = named.get("sense")
    return str(found.value) if isinstance(found, ast.Constant) else ""


def in_table(where: str, parts: tuple[Part, ...]) -> Iterator[Text]:
    """The texts of a table, as its module holds it."""
    module, _, name = where.partition(":")
    held = getattr(import_module(f"firststep.{module}"), name)
    source = f"{module.replace('.', '/')}.py"
    if not (SOURCE / source).is_file():
        source = f"{module.replace('.', '/')}/__init__.py"
    for row in held.values() if isinstance(held, dict) else held:
        for part in parts:
            if isinstance(part, tuple):
                yield Text(row[part[0]], row[part[1]], source=source)
                continue
            words = row[part] if isinstance(part, int) else getattr(row, part)
            if words:
                yield Text(words, source=source)
        if not parts and row:
            yield Text(row, source=source)


def in_template(html: str, source: str) -> Iterator[Text]:
    """The texts a template says, as Django itself takes them apart."""
    from django.template import Template
    from django.templatetags.i18n import BlockTranslateNode, TranslateNode

    nodes = Template(html).nodelist
    for one in nodes.get_nodes_by_type(TranslateNode):
        words = getattr(one.filter_expression.var, "literal", one.filter_expression.var)
        if isinstance(words, str):  # else a variable: its table says what it holds
            yield Text(words.replace("%", "%%"), "", _context(one), source)
    for block in nodes.get_nodes_by_type(BlockTranslateNode):
        words, _ = block.render_token_list(block.singular)
        many = block.render_token_list(block.plural)[0] if block.plural else ""
        yield Text(words, many, _context(block), source)


def _context(node: object) -> str:
    found = getattr(node, "message_context", None)
    return str(found.resolve({})) if found else ""


def _set_up() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firststep.settings")
    import django

    django.setup()


def languages() -> list[str]:
    """Those there are texts of."""
    return sorted(folder.name for folder in LANGUAGES.iterdir() if folder.is_dir())


def file_of(language: str, room: str) -> Path:
    return LANGUAGES / language / f"{room}.po"


def read(language: str, room: str) -> Catalog:
    """A room's file; empty where there is none yet."""
    file = file_of(language, room)
    if not file.is_file():
        return Catalog(locale=language)
    with file.open("rb") as text:
        return read_po(text, locale=language)


def write_room(language: str, room: str, wanted: list[Text]) -> None:
    """The room's file with what is wanted and nothing else; what another room has translated the
    same way already is taken from there."""
    elsewhere = [read(language, one) for one in (room, *(o for o in ROOMS if o != room))]
    made = Catalog(locale=language)
    for text in wanted:
        message_id = (text.one, text.many) if text.many else text.one
        known = (one.get(text.one, text.sense or None) for one in elsewhere)
        found = next(
            (k for k in known if k and bool(text.many) == k.pluralizable and k.string), None
        )
        string = found.string if found else None
        made.add(message_id, string, locations=[(text.source, 0)], context=text.sense or None)
    head = HEAD.format(language=language, forms=made.num_plurals, rule=made.plural_expr)
    with file_of(language, room).open("wb") as file:
        file.write(head.encode())
        write_po(file, made, width=100, omit_header=True, include_lineno=False)


def wrong(language: str, room: str, wanted: list[Text]) -> list[str]:
    """What is wrong with a room's file, a line each."""
    held, found = read(language, room), []
    for text in wanted:
        message = held.get(text.one, text.sense or None)
        if message is None or not _is_whole(message):
            found.append(f"not translated: {text.one}")
        elif text.many and not message.pluralizable:
            found.append(f"needs a form for several: {text.one}")
    known = {(text.one, text.sense) for text in wanted}
    for message in held:
        one = message.id[0] if isinstance(message.id, tuple) else message.id
        if not one:
            continue
        if (one, message.context or "") not in known:
            found.append(f"said no more: {one}")
        if message.fuzzy:
            found.append(f"fuzzy: {one}")
        found += _slips(message)
    return found


def _slips(message: Message) -> list[str]:
    """Fields that differ, and signs the house does not use."""
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    strings = message.string if isinstance(message.string, tuple) else (message.string,)
    may, must = set().union(*map(fields, ids)), fields(ids[-1])
    found = []
    for place, words in enumerate(filter(None, strings)):
        has = fields(words)
        last = place == len(strings) - 1
        if has - may or (last and must - has):
            found.append(f"other fields than {sorted(may)}: {words}")
        if "!" in words:
            found.append(f"an exclamation mark: {words}")
    return found


def fields(words: str) -> set[str]:
    """What is filled into a text: `{name}` as Python says it, `%(name)s` as a template."""
    if "%(" in words or "%%" in words:
        return set(re.findall(r"%\((\w+)\)s", words))
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def differing(language: str) -> list[str]:
    """Texts that two rooms translate in two ways: a sense tells them apart, or they are one."""
    said: dict[tuple[str, str], set[str]] = {}
    for room in ROOMS:
        for message in read(language, room):
            if message.id and _is_whole(message):
                one = message.id[0] if isinstance(message.id, tuple) else message.id
                said.setdefault((one, message.context or ""), set()).add(str(message.string))
    return [
        f"two translations: {one}: {sorted(ways)}"
        for (one, _), ways in said.items()
        if len(ways) > 1
    ]


def _is_whole(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def main(rooms: list[str]) -> int:
    held, failed = by_room(), False
    for language in languages():
        for room in rooms:
            write_room(language, room, held[room])
        for room, wanted in held.items():
            found = wrong(language, room, wanted)
            missing = sum(words.startswith("not translated") for words in found)
            print(f"{language} {room}: {len(wanted)} texts, {missing} not translated")
            if room in (rooms or DONE):
                print("".join(f"  {words}\n" for words in found), end="")
            failed |= bool(found) and room in DONE
        for words in differing(language):
            print(f"{language} {words}")
            failed = True
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
