"""Writes the table of public holidays anew from the `holidays` library (bin/holidays).

One line a country: its code, then each day as month and day, with the years it falls on where
those are not all: `NL 0101 0427:15-24,26-30 1225`.
"""

import sys
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from holidays import country_holidays, list_supported_countries

from firststep.facts.public_holidays import TABLE, YEARS


def main() -> int:
    TABLE.write_text("".join(f"{line}\n" for line in lines()), "utf-8")
    return 0


def lines() -> Iterator[str]:
    warnings.simplefilter("ignore")  # some calendars end earlier, which the table shows by itself
    for country in sorted(list_supported_countries(include_aliases=False)):
        yield " ".join([country, *days_of(country)])


def days_of(country: str) -> Iterator[str]:
    falls = defaultdict(list)
    for day in sorted(country_holidays(country, years=YEARS)):
        if day.year in YEARS:
            falls[f"{day:%m%d}"].append(day.year)
    for day, years in sorted(falls.items()):
        yield day if len(years) == len(YEARS) else f"{day}:{','.join(spans(years))}"


def spans(years: Iterable[int]) -> Iterator[str]:
    """Years that follow each other as one span: 2015, 2016 and 2019 give 15-16 and 19."""
    ordered = list(years)
    breaks = [0, *(at for at, (a, b) in enumerate(pairwise(ordered), 1) if b - a > 1), len(ordered)]
    for first, end in pairwise(breaks):
        a, b = ordered[first] % 100, ordered[end - 1] % 100
        yield f"{a:02}" if a == b else f"{a:02}-{b:02}"


if __name__ == "__main__":
    sys.exit(main())
