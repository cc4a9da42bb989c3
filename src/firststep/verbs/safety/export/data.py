"""All rows as one JSON file that this program reads back, and a person can read too.

A row stands on a line of its own, so that a large file is written and read a line at a time.
"""

from typing import TextIO

from django.core.serializers.json import DjangoJSONEncoder

from firststep.facts.export_file import MARK, VERSION
from firststep.steps.goal.models import Campaign
from firststep.verbs.safety.export.tables import rows_of, tables

_OPENING = f'{MARK} {VERSION}, "tables": {{'


class _Encoder(DjangoJSONEncoder):
    """Moments to the microsecond, as they are kept."""

    def default(self, value: object) -> object:
        if hasattr(value, "isoformat"):
            return value.isoformat()
        return super().default(value)


def write_data(campaign: Campaign, file: TextIO) -> dict[str, int]:
    """Writes every table; answers with how many rows of each."""
    counts: dict[str, int] = {}
    encode = _Encoder(ensure_ascii=False).encode
    file.write(_OPENING)
    for number, (name, table) in enumerate(tables().items()):
        file.write(f'{"]," if number else ""}\n"{name}": [')
        count = 0
        for row in rows_of(campaign, table):
            file.write(("," if count else "") + "\n" + encode(row))
            count += 1
        file.write("\n")
        counts[name] = count
    file.write("]\n}}\n")
    return counts
