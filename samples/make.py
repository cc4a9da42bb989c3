"""Makes every sample anew: `python samples/make.py`. The same seed makes the same bytes.

All people are invented; addresses end in .example. The zip is stored, not compressed, and its
moments are fixed, so that it is the same on every machine.
"""

import csv
import io
import random
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import invented
import quirks

HERE = Path(__file__).resolve().parent
SEED = 20261030
CONNECTIONS, HIDDEN = 1100, 23
EXPORTED_ON = date(2026, 10, 30)
ZIP_NAME = "Basic_LinkedInDataExport_10-30-2026.zip"
SEEKER = ("Ada", "Moreno", "https://www.linkedin.com/in/ada-moreno-buys")
NOTES = (
    "Notes:\n"
    '"When exporting your connection data, you may notice that some of the email addresses are '
    "missing. You will only see email addresses for connections who have allowed their "
    'connections to see or download their email address."\n\n'
)
CONNECTION_COLUMNS = (
    "First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On",
)  # fmt: skip
MESSAGE_COLUMNS = (
    "CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO",
    "RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER", "ATTACHMENTS",
)  # fmt: skip


class Dice(random.Random):
    """Draws that stay the same in every Python: built on random() alone, whose numbers do."""

    def one(self, choices: Sequence[str]) -> str:
        return choices[int(self.random() * len(choices))]

    def below(self, end: int) -> int:
        return int(self.random() * end)


def as_csv(rows: Iterable[Sequence[str]], *, quoting: int = csv.QUOTE_MINIMAL) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n", quoting=quoting).writerows(rows)
    return text.getvalue()


def slug(given: str, family: str, dice: Dice) -> str:
    words = f"{given} {family}".casefold().replace(",", " ").replace("'", "").split()
    tail = f"{dice.below(16**6):06x}"
    return "https://www.linkedin.com/in/" + quote("-".join([*words, tail]), safe="-")


def in_words(day: date) -> str:
    return day.strftime("%d %b %Y")


def a_past_day(dice: Dice) -> date:
    """More of the connections are recent ones."""
    years_back = 15 * dice.random() ** 1.6
    return EXPORTED_ON - timedelta(days=int(years_back * 365))


def employers(dice: Dice) -> list[str]:
    plain = [
        f"{first} {second}" for first in invented.FIRST_WORDS for second in invented.SECOND_WORDS
    ]
    return [dice.one(plain) + dice.one(invented.ENDINGS) for _ in range(260)]


def strangers_names(dice: Dice) -> list[tuple[str, str]]:
    wanted = CONNECTIONS - len(invented.AT_TARGETS) - len(invented.UNUSUAL)
    names = dict.fromkeys((given, family) for given, family, *_ in invented.AT_TARGETS)
    while len(names) < wanted + len(invented.AT_TARGETS):
        names[dice.one(invented.GIVEN), dice.one(invented.FAMILY)] = None
    return [*invented.UNUSUAL, *list(names)[len(invented.AT_TARGETS) :]]


def connections(dice: Dice) -> list[list[str]]:
    """One row per connection in LinkedIn's order, newest first, hidden members among them."""
    rows: list[tuple[date, list[str]]] = []
    for given, family, company, title, since, email in invented.AT_TARGETS:
        day = datetime.strptime(since, "%d %b %Y").date()  # noqa: DTZ007  # a day has no zone
        rows.append((day, [given, family, slug(given, family, dice), email, company, title, since]))
    known = employers(dice)
    for number, (given, family) in enumerate(strangers_names(dice)):
        day = a_past_day(dice)
        company, title = a_post(number, known, dice)
        shown = dice.random() < 0.05 and family.isascii() and given.isascii() and family.isalpha()
        email = f"{given}.{family}@people.example".lower() if shown else ""
        url = slug(given, family, dice)
        rows.append((day, [given, family, url, email, company, title, in_words(day)]))
    for _ in range(HIDDEN):
        day = a_past_day(dice)
        rows.append((day, [""] * 6 + [in_words(day)]))
    return [row for _, row in sorted(rows, key=lambda pair: pair[0], reverse=True)]


def a_post(number: int, known: Sequence[str], dice: Dice) -> tuple[str, str]:
    """Where somebody works: mostly anywhere, some in purchasing, some nowhere said."""
    if number < 12:
        return invented.SUGGESTIONS[number % 3], invented.PURCHASING_TITLES[number % 10]
    chance = dice.random()
    if chance < 0.04:
        return "", ""
    if chance < 0.11:
        return dice.one(invented.WELL_KNOWN), dice.one(invented.TITLES)
    titles = invented.PURCHASING_TITLES if chance > 0.96 else invented.TITLES
    return dice.one(known), dice.one(titles)


def messages(rows: Sequence[Sequence[str]], dice: Dice) -> list[list[str]]:
    """Old conversations: evidence of who is close, never steps."""
    me = " ".join(SEEKER[:2])
    found: list[list[str]] = []
    talkative = [row for row in rows if row[0] and dice.random() < 0.06]
    for number, row in enumerate(talkative):
        name, url = f"{row[0]} {row[1]}".strip(), row[2]
        day = datetime(2026, 9, 1, 9, 0) - timedelta(days=dice.below(1500))  # noqa: DTZ001
        for turn in range(1 + dice.below(6)):
            day += timedelta(hours=3 + dice.below(40), minutes=dice.below(60))
            parties = [me, SEEKER[2], name, url] if turn % 2 else [name, url, me, SEEKER[2]]
            words = dice.one(quirks.SMALL_TALK)
            found.append(
                [f"2-conv{number:04d}", "", *parties, f"{day:%Y-%m-%d %H:%M:%S} UTC", "", words,
                 "INBOX", ""]
            )  # fmt: skip
    found.append(["2-conv9999", "Sponsored", "Grow Fast", "", me, SEEKER[2],
                  "2026-10-01 08:00:00 UTC", "An offer for %FIRSTNAME%",
                  '<p class="spinmail-quill-editor__spin-break">Buy now</p>', "INBOX", ""])  # fmt: skip
    return found


def archive(dice: Dice) -> dict[str, str]:
    """The files of the export, by name."""
    rows = connections(dice)
    me = [*SEEKER[:2], "", "", "", "Strategic buyer, likes long supply chains", "", "Machinery",
          "", "Utrecht, Netherlands", "[]", "[]", ""]  # fmt: skip
    invited = [
        [
            " ".join(SEEKER[:2]),
            f"{row[0]} {row[1]}",
            "1/29/26, 2:37 PM",
            "",
            "OUTGOING",
            SEEKER[2],
            row[2],
        ]
        for row in [row for row in rows if row[0]][:8]
    ]
    return {
        "Connections.csv": NOTES + as_csv([CONNECTION_COLUMNS, *rows]),
        "messages.csv": as_csv([MESSAGE_COLUMNS, *messages(rows, dice)], quoting=csv.QUOTE_ALL),
        "guide_messages.csv": as_csv([MESSAGE_COLUMNS], quoting=csv.QUOTE_ALL),
        "Invitations.csv": as_csv([quirks.INVITATION_COLUMNS, *invited]),
        "Positions.csv": as_csv([quirks.POSITION_COLUMNS, *quirks.OWN_POSITIONS]),
        "Profile.csv": as_csv([quirks.PROFILE_COLUMNS, me]),
        "Jobs/Saved Jobs.csv": as_csv([quirks.SAVED_JOB_COLUMNS, *quirks.SAVED_JOBS]),
    }


def as_zip(files: dict[str, str]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as packed:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, date_time=(2026, 10, 30, 9, 0, 0))
            entry.create_system = 3
            packed.writestr(entry, text.encode())
    return content.getvalue()


def made() -> dict[str, bytes]:
    """Every sample by its path below samples/."""
    targets = as_csv(
        [
            ("company", "domain", "motivation", "opening"),
            *([*map(str, target)] for target in invented.TARGETS),
        ]
    )
    return {
        f"demo/{ZIP_NAME}": as_zip(archive(Dice(SEED))),
        "demo/targets.csv": targets.encode(),
        **quirks.files(NOTES, as_zip),
    }


def main() -> None:
    for name, content in made().items():
        path = HERE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{len(content):>8} {name}")


if __name__ == "__main__":
    main()
