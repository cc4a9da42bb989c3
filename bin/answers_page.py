"""The page and the JSON schema of all answers, made from the records the program answers with."""

import json
import os
import re
from dataclasses import is_dataclass
from datetime import date, datetime
from pathlib import Path
from types import NoneType, UnionType
from typing import (
    Any,
    Literal,
    NotRequired,
    TypedDict,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from firststep.errors import RefusalKind
from firststep.interfaces.catalogue import CATALOGUE, Item, resolve

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGE, SCHEMA = DOCS / "answers.md", DOCS / "answers.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
AT = "#/$defs/"
# What answers as other commands do: the demonstration, and an import of an export of one's own.
LIKE = {"demo": ("today",), "import": ("import", "restore")}
PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    Path: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string"},
}
TOLD = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
}
BEGINNING = """\
# Answers
This page and [answers.schema.json](answers.schema.json) (JSON Schema, 2020-12) are made by
`bin/docs` from the program itself: what each command answers with `--json`. In the schema a command
stands at the anchor of its name, such as `answers.schema.json#company-add`. Every field is always
there unless it says that it may be missing; fields may be added. A day is YYYY-MM-DD. A refusal
(exit code 1 or 2) is a [Refusal](#refusal), whatever the command.
"""

Candidate = TypedDict(
    "Candidate",
    {
        "id": int,
        "name": str,
        "title": NotRequired[str],
        "company": NotRequired[str],
        "is": NotRequired[Literal["person", "company", "seat"]],
    },
)
Candidate.__doc__ = "What a name could have meant. Without `is` it is a position."


class Records:
    """The records met so far, by name, each as a schema."""

    def __init__(self) -> None:
        self.kinds: dict[str, Any] = {}
        self.schemas: dict[str, dict[str, Any]] = {}

    def schema(self, kind: Any) -> dict[str, Any]:
        """The schema of a type. Raises TypeError for what is no answer's type."""
        if kind in PLAIN:
            return dict(PLAIN[kind])
        origin, args = get_origin(kind), get_args(kind)
        if origin is Literal:
            return {"enum": list(args)}
        if origin in (Union, UnionType):
            return self._one_of([self.schema(one) for one in args])
        if origin is list or (origin is tuple and args[1:] == (...,)):
            return {"type": "array", "items": self.schema(args[0])}
        if origin is dict:
            return self._mapping(*args)
        return self._record(kind)

    def _one_of(self, schemas: list[dict[str, Any]]) -> dict[str, Any]:
        if all(list(one) == ["type"] for one in schemas):
            return {"type": [one["type"] for one in schemas]}
        return {"anyOf": schemas}

    def _mapping(self, key: Any, value: Any) -> dict[str, Any]:
        names = {} if key is str else {"propertyNames": self.schema(key)}
        return {"type": "object", **names, "additionalProperties": self.schema(value)}

    def _record(self, kind: Any) -> dict[str, Any]:
        if not (is_dataclass(kind) or is_typeddict(kind) or hasattr(kind, "_fields")):
            raise TypeError(f"{kind} is no type of an answer")
        name = kind.__name__
        if self.kinds.setdefault(name, kind) is not kind:
            raise TypeError(f"two records are called {name}")
        if name not in self.schemas:
            self.schemas[name] = {}  # its place, before those within
            self.schemas[name].update(self._of_fields(kind))
        return {"$ref": AT + name}

    def _of_fields(self, kind: Any) -> dict[str, Any]:
        hints = get_type_hints(kind)
        always = getattr(kind, "__required_keys__", hints)
        return {
            **_described(kind),
            "type": "object",
            "properties": {name.rstrip("_"): self.schema(one) for name, one in hints.items()},
            "required": [name.rstrip("_") for name in hints if name in always],
            "additionalProperties": False,
        }

    def answer(self, kind: Any) -> dict[str, Any]:
        """What a command answers; where that is nothing, an empty object."""
        if kind in (None, NoneType):
            return {"type": "object", "properties": {}, "additionalProperties": False}
        return self.schema(kind)


def _described(kind: Any) -> dict[str, str]:
    """Its own words, as JSON says them; what Python writes for a record without any is none."""
    words = " ".join((kind.__doc__ or "").split())
    for ours, theirs in (("None", "null"), ("True", "true"), ("False", "false")):
        words = re.sub(rf"\b{ours}\b", theirs, words)
    words = re.sub(r"`(\w+)_`", r"`\1`", words)
    return {"description": words} if words and not words.startswith(f"{kind.__name__}(") else {}


def answer_type(item: Item) -> Any:
    """What the function that answers says that it gives."""
    like = [CATALOGUE[name] for name in LIKE.get(item.name, (item.name,))]
    kinds = [resolve(one.answer or one.target).__annotations__["return"] for one in like]
    return Union[tuple(kinds)]  # noqa: UP007  # so many as there are


def refusal() -> Any:
    """What the command line says of a refusal, with what an import or a line adds to it."""
    from firststep.bringing.import_answer import FileAnswer
    from firststep.interfaces.answers.told import LineUnderstood

    class Refusal(TypedDict):
        """Nothing was written. `error` says why in plain words, `candidates` what an ambiguous name
        could have meant. `understood` is of a line that wants a yes; `files`, `people` and
        `companies` are of an import with rows that cannot be read; `file` and `at`, its place among
        those named, of a file that cannot be read at all, `by_columns` if not until its columns are
        named (`--map`); `line` is where a wording is wrong."""

        error: str
        kind: RefusalKind
        candidates: list[Candidate | str]
        understood: NotRequired[list[LineUnderstood]]
        written: NotRequired[Literal[False]]
        entries: NotRequired[list[int]]
        question: NotRequired[str | None]
        import_id: NotRequired[None]
        files: NotRequired[list[FileAnswer]]
        people: NotRequired[int]
        companies: NotRequired[int]
        by_columns: NotRequired[Literal[True]]
        file: NotRequired[str]
        at: NotRequired[int]
        line: NotRequired[int]

    return Refusal


def schema() -> dict[str, Any]:
    """All answers: one schema for each command, and one for each record."""
    records = Records()
    answers = [
        {
            "$anchor": item.name.replace(" ", "-"),
            "title": item.name,
            "description": item.summary,
            **records.answer(answer_type(item)),
        }
        for item in CATALOGUE.values()
    ]
    answers += [{"$anchor": "refusal", "title": "refusal", **records.schema(refusal())}]
    return {
        "$schema": DIALECT,
        "title": "What Firststep answers",
        "anyOf": answers,
        "$defs": records.schemas,
    }


def page() -> str:
    """The same for reading."""
    whole = schema()
    text = f"{BEGINNING}\n# Commands\n\n| command | its answer |\n| --- | --- |\n"
    for one in whole["anyOf"][:-1]:
        text += f"| `{one['title']}` | {_told(one)} |\n"
    text += "\n# Records\n"
    return text + "".join(_section(name, one) for name, one in whole["$defs"].items())


def _section(name: str, record: dict[str, Any]) -> str:
    words = f"{record['description']}\n" if "description" in record else ""
    rows = [
        f"- `{field}` {_told(one)}{'' if field in record['required'] else '; may be missing'}"
        for field, one in record["properties"].items()
    ]
    return f"\n## {name}\n{words}\n" + "\n".join(rows) + "\n"


def _told(one: dict[str, Any]) -> str:
    """A schema in words."""
    if "$ref" in one:
        name = one["$ref"].removeprefix(AT)
        return f"[{name}](#{name.lower()})"
    if "anyOf" in one:
        return " or ".join(map(_told, one["anyOf"]))
    if "enum" in one:
        return ", ".join(f"`{json.dumps(value)}`" for value in one["enum"])
    return _told_type(one)


def _told_type(one: dict[str, Any]) -> str:
    if one["type"] == "array":
        items = _told(one["items"])
        return f"list of ({items})" if "anyOf" in one["items"] else f"list of {items}"
    if one["type"] == "object":
        values = one["additionalProperties"]
        return f"object of names, each with {_told(values)}" if values else "nothing, `{}`"
    if "format" in one:
        return "day"
    types = [one["type"]] if isinstance(one["type"], str) else one["type"]
    return " or ".join(TOLD[name] for name in types)


def schema_text() -> str:
    return json.dumps(schema(), indent=1) + "\n"


if __name__ == "__main__":
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "firststep.settings"
    django.setup()
    SCHEMA.write_text(schema_text())
    PAGE.write_text(page())
