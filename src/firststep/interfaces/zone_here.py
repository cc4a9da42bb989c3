"""The time zone of this computer."""

import os
from pathlib import Path

from firststep.facts.zones import country_of, name_today

SYSTEM_ZONE = Path("/etc/localtime")


def zone_here() -> str:
    """By name, as far as the system says it; UTC where it cannot be told."""
    named = os.environ.get("TZ", "").lstrip(":")
    if country_of(named):  # Django says UTC there to itself, whatever the computer says
        return name_today(named)
    parts = SYSTEM_ZONE.resolve().parts
    if "zoneinfo" not in parts:
        return "UTC"
    name = name_today("/".join(parts[parts.index("zoneinfo") + 1 :]))
    return name if country_of(name) else "UTC"
