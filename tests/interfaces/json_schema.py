"""A strict reader of JSON schemas: what of a value is not as its schema says."""

import re
from datetime import date
from typing import Any

Schema = dict[str, Any]
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
KNOWN = {
    "$anchor", "$defs", "$ref", "$schema", "additionalProperties", "anyOf", "description", "enum",
    "format", "items", "properties", "propertyNames", "required", "title", "type",
}  # fmt: skip


def faults(value: Any, schema: Schema, *, whole: Schema, at: str = "") -> list[str]:
    """What is wrong with a value, and where; nothing where it is as the schema says."""
    if strange := set(schema) - KNOWN:
        raise ValueError(f"the schema says {strange}, which is not read here")
    found = []
    if "$ref" in schema:
        named = whole["$defs"][schema["$ref"].removeprefix("#/$defs/")]
        found += faults(value, named, whole=whole, at=at)
    if "anyOf" in schema:
        found += _of_none(value, schema["anyOf"], whole, at)
    if "type" in schema and not _is_of(value, schema["type"]):
        return [*found, f"{at}: {value!r} is no {schema['type']}"]
    if "enum" in schema and not any(_same(value, one) for one in schema["enum"]):
        found.append(f"{at}: {value!r} is not among {schema['enum']}")
    if "format" in schema and not _is_day(value):
        found.append(f"{at}: {value!r} is no day")
    if isinstance(value, dict):
        found += _in_object(value, schema, whole, at)
    if isinstance(value, list) and "items" in schema:
        for place, one in enumerate(value):
            found += faults(one, schema["items"], whole=whole, at=f"{at}[{place}]")
    return found


def _of_none(value: Any, choices: list[Schema], whole: Schema, at: str) -> list[str]:
    tried = [faults(value, one, whole=whole, at=at) for one in choices]
    return [] if [] in tried else [f"{at}: of none of {len(tried)}: {min(tried, key=len)}"]


def _is_of(value: Any, types: str | list[str]) -> bool:
    """A bool is no number here, though Python counts with it."""
    named = [types] if isinstance(types, str) else types
    if isinstance(value, bool):
        return "boolean" in named
    return any(isinstance(value, TYPES[one]) for one in named)


def _same(value: Any, other: Any) -> bool:
    return type(value) is type(other) and value == other


def _is_day(value: Any) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value) and date.fromisoformat(value))
    except (TypeError, ValueError):
        return False


def _in_object(value: dict[str, Any], schema: Schema, whole: Schema, at: str) -> list[str]:
    found = [f"{at}: without {name}" for name in schema.get("required", ()) if name not in value]
    known, other = schema.get("properties", {}), schema.get("additionalProperties", {})
    for name, one in value.items():
        if name not in known and other is False:
            found.append(f"{at}: {name} is not foreseen")
            continue
        found += faults(one, known.get(name, other), whole=whole, at=f"{at}.{name}")
        found += faults(name, schema.get("propertyNames", {}), whole=whole, at=f"{at}.{name}")
    return found
