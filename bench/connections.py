"""Makes a Connections.csv of invented people, the same for the same seed."""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

_STARTS = (
    "an", "be", "cla", "da", "e", "fe", "go", "hei", "i", "jo", "ka", "li", "ma", "ni", "o", "pa",
    "ro", "sa", "ti", "u", "vi", "wa", "ya", "zo", "bri", "cor", "del",
)  # fmt: skip
_ENDS = (
    "a", "bert", "cas", "den", "elle", "fin", "gar", "hild", "ina", "jan", "kos", "lia", "mo",
    "nor", "ola", "per", "rik", "sa", "tor", "us", "vin",
)  # fmt: skip
_TITLES = (
    "Buyer",
    "Head of Purchasing",
    "Software Engineer",
    "Product Manager",
    "Recruiter",
    "Sales Manager",
    "Consultant",
    "Director of Operations",
    "Data Analyst",
    "Founder",
    "Marketing Manager",
    "Teacher",
    "Nurse",
    "Category Manager",
    "Supply Chain Planner",
)
_KINDS = ("GmbH", "Inc.", "Ltd", "Group", "AG", "", "", "Foods", "Systems", "Analytics", "Works")
HEADER = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]


def write_connections(file: Path, rows: int, seed: int = 7) -> None:
    """Writes the layout of 2026: preamble, seven columns, few addresses, hidden members."""
    chance = random.Random(seed)
    names = sorted({s.title() + e + f for s in _STARTS for e in _ENDS for f in ("", "n", "son")})
    houses = [f"{chance.choice(names)} {chance.choice(_KINDS)}".strip() for _ in range(rows // 3)]
    first = date(2010, 1, 1)
    with file.open("w", newline="", encoding="utf-8") as out:
        out.write('Notes:\n"When exporting your connection data, some addresses are missing."\n\n')
        line = csv.writer(out, lineterminator="\n")
        line.writerow(HEADER)
        for number in range(rows):
            day = (first + timedelta(days=chance.randrange(6000))).strftime("%d %b %Y")
            if chance.random() < 0.005:
                line.writerow(["", "", "", "", "", "", day])
                continue
            given, family = chance.choice(names), chance.choice(names)
            slug = f"{given}-{family}-{chance.randrange(1 << 30):x}{number:x}".lower()
            line.writerow(
                [
                    given,
                    family + (", MBA" if chance.random() < 0.02 else ""),
                    f"https://www.linkedin.com/in/{slug}",
                    f"{slug}@mail.example" if chance.random() < 0.03 else "",
                    chance.choice(houses),
                    f"{chance.choice(('Senior ', 'Junior ', '', ''))}{chance.choice(_TITLES)}",
                    day,
                ]
            )
