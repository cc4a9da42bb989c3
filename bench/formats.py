"""Reading each format: ten times the rows take at most twelve times the processor time, and a
mailbox of 200 MB is read in constant memory. Each file is read in a process of its own.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from figures import Figure

ROOT = Path(__file__).resolve().parents[1]
FEW, MANY = 10_000, 100_000
MAILBOX_MB = 200
READ = """
import json, resource, sys
sys.path.insert(0, "src")
from datetime import date
from pathlib import Path
from firststep.bringing.formats import read_file
from firststep.facts.file_rows import Given, Me
given = Given(Me("Sam Lee", ("sam.lee@example.org",)), "Europe/Berlin", date(2026, 11, 23))
path = Path(sys.argv[1])
found = read_file(path.name, path, given=given)
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"rows": found.rows, "seconds": used.ru_utime + used.ru_stime,
                  "megabytes": used.ru_maxrss / 1024}))
"""


def google(count: int) -> Iterator[str]:
    yield (
        "First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,"
        "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\r\n"
    )
    for n in range(count):
        yield (
            f"Ann{n},,Lee{n % 977},Company {n % 5_000},Buyer,* myContacts,Work,"
            f"ann{n}@people.example,Mobile,+44 7700 {900000 + n % 1000}\r\n"
        )


def outlook(count: int) -> Iterator[str]:
    yield "First Name,Last Name,E-mail Address,Mobile Phone,Job Title,Company,Notes\r\n"
    for n in range(count):
        yield f"Ann{n},Lee{n % 977},ann{n}@people.example,,Buyer,Company {n % 5_000},\r\n"


def linkedin(count: int) -> Iterator[str]:
    yield "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    for n in range(count):
        url = f"https://www.linkedin.com/in/ann-{n}"
        yield f"Ann{n},Lee{n % 977},{url},,Company {n % 5_000},Buyer,08 Feb 2026\n"


def vcard(count: int) -> Iterator[str]:
    for n in range(count):
        yield (
            f"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lee{n % 977};Ann{n};;;\r\n"
            f"FN:Ann{n} Lee{n % 977}\r\n"
            f"ORG:Company {n % 5_000}\r\nTITLE:Buyer\r\nEMAIL:ann{n}@people.example\r\n"
            "END:VCARD\r\n"
        )


def calendar(count: int) -> Iterator[str]:
    yield "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n"
    for n in range(count):
        yield (
            f"BEGIN:VEVENT\r\nUID:{n}@bench.example\r\nDTSTAMP:20261101T090000Z\r\n"
            f"DTSTART:202610{n % 28 + 1:02}T090000Z\r\nDTEND:202610{n % 28 + 1:02}T100000Z\r\n"
            "SUMMARY:Coffee\r\nORGANIZER:mailto:sam.lee@example.org\r\n"
            f"ATTENDEE;CN=Ann{n}:mailto:ann{n % 5_000}@people.example\r\nEND:VEVENT\r\n"
        )
    yield "END:VCALENDAR\r\n"


def mailbox(count: int, *, padding: int = 0) -> Iterator[str]:
    body = "All quiet here, thank you.\n" * (1 + padding // 27)
    for n in range(count):
        yield (
            f"From ann{n % 5_000}@people.example Mon Oct 05 10:00:00 2026\n"
            f"From: Ann Lee <ann{n % 5_000}@people.example>\nTo: sam.lee@example.org\n"
            f"Message-ID: <{n}@people.example>\nDate: Mon, 5 Oct 2026 10:00:00 +0000\n"
            f"Subject: Hello\n\n{body}\n"
        )


# A calendar holds fewer rows than an address book: its library keeps whole files in memory.
FORMATS: dict[str, tuple[str, Callable[[int], Iterator[str]], int]] = {
    "LinkedIn connections": ("csv", linkedin, FEW),
    "Google contacts": ("csv", google, FEW),
    "Outlook contacts": ("csv", outlook, FEW),
    "address cards": ("vcf", vcard, FEW // 10),
    "calendar": ("ics", calendar, FEW // 10),
    "mailbox": ("mbox", mailbox, FEW),
}


def measure() -> list[Figure]:
    """Growth of each format over ten times the rows, and the memory of a long mailbox."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        for name, (ending, written, few) in FORMATS.items():
            one = _read(_file(Path(folder) / f"one.{ending}", written(few)))
            ten = _read(_file(Path(folder) / f"ten.{ending}", written(10 * few)))
            grown = ten["seconds"] / one["seconds"]
            detail = f"{10 * few:,} rows in {ten['seconds']:.1f} s of processor time"
            figures.append(Figure(f"reading {name}: ten times the rows", grown, detail))
        figures.append(_long_mailbox(Path(folder)))
    return figures


def _long_mailbox(folder: Path) -> Figure:
    mails = MAILBOX_MB * 1_000_000 // 20_000
    file = _file(folder / "long.mbox", mailbox(mails, padding=20_000))
    found = _read(file)
    detail = f"{file.stat().st_size / 1e6:.0f} MB, {mails:,} mails"
    return Figure("a long mailbox: peak memory", found["megabytes"], detail, unit=" MB")


def _file(path: Path, parts: Iterator[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(parts)
    return path


def _read(path: Path) -> dict[str, float]:
    command = [sys.executable, "-c", READ, str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))
