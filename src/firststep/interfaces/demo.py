"""The demonstration: an invented campaign in a folder of its own, made through the same verbs.

Nothing is written into the database by hand: the samples are imported as anyone's files are, and
three weeks are played in from a plain script, each line a command as a person types it.
"""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from firststep.errors import CannotDo

if TYPE_CHECKING:
    from firststep.facts.calendar import WorkCalendar
    from firststep.steps.goal.models import Campaign

MARK_FILE = "this-is-a-demonstration.txt"
MARK_WORDS = "Made by `firststep demo`, and made afresh each time. Nothing of yours is in here.\n"
SEEKER = {
    "name": "Ada Moreno",
    "email": "ada@moreno.example",
    "zone": "Europe/Amsterdam",
    "country": "NL",
}
A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def demo(
    *,
    no_serve: bool = False,
    port: int | None = None,
    no_browser: bool = False,
    today: date | None = None,
) -> Any:
    """Makes the demonstration afresh, prints its Today and serves its site.

    `today` is the day it is looked at; the three weeks end on the working day before. Raises
    CannotDo where the folder cannot be used.
    """
    folder = _fresh_folder()
    _point_at(folder)
    from firststep.interfaces.opening import open_data, the_campaign

    _say("Making an invented campaign: importing, then playing in three weeks.")
    open_data(create=True)
    lines = _script()
    first, last = lines[0][0], lines[-1][0]
    calendar, campaign_of = _calendar(), the_campaign
    day = calendar.on_or_after(today or datetime.now().astimezone().date())
    moved = partial(_moved, calendar=calendar, last=last, day=day)
    _begin(moved(first))
    campaign = campaign_of()
    for on, line in lines:
        play(campaign, A_DAY.sub(lambda d: str(moved(date.fromisoformat(d[0]))), line), moved(on))
    shown = _show_today(campaign, day)
    _say(f"The demonstration's data is in {folder}; your own campaign is untouched.")
    if no_serve:
        return shown
    from firststep.interfaces.web.serve import serve

    return serve(port=port, no_browser=no_browser, next_free=port is None, on=day)


def samples() -> Path:
    """The demonstration's files: inside the installed package, or beside the source."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "samples" / "demo", package.parents[1] / "samples" / "demo"):
        if folder.is_dir():
            return folder
    raise CannotDo("The demonstration's files are missing. Install Firststep anew.")


def play(campaign: "Campaign", line: str, on: date) -> Any:
    """One command line, done through the catalogue as the terminal would do it."""
    from firststep.interfaces.answers.asked import answered
    from firststep.interfaces.catalogue import CATALOGUE
    from firststep.interfaces.cli.commands import made
    from firststep.journal.actions import Stamp

    words = shlex.split(line)
    name = " ".join(words[:2]) if " ".join(words[:2]) in CATALOGUE else words[0]
    item, rest = CATALOGUE[name], words[len(name.split()) :]
    given = made(item).make_context(name, rest).params
    given = {key: value for key, value in given.items() if key not in ("as_json", "as_of")}
    return answered(item, given, campaign=campaign, stamp=Stamp(on=on, door="demo"))


def _fresh_folder() -> Path:
    """The demonstration's own folder, emptied. Never touches one it did not make."""
    from firststep.settings import data_folder

    folder = data_folder() / "demo"
    if folder.exists() and not (folder / MARK_FILE).exists():
        raise CannotDo(f"{folder} is not a demonstration's folder. Move it away, then try again.")
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        (folder / MARK_FILE).write_text(MARK_WORDS)
    except OSError as error:
        raise CannotDo(
            f"The folder {folder} cannot be written to. Make it writable, or set FIRSTSTEP_HOME "
            "to another one.",
            kind="unavailable",
        ) from error
    return folder


def _point_at(folder: Path) -> None:
    """From here on this process, and what it starts, knows only the demonstration's data."""
    from firststep import settings

    os.environ["FIRSTSTEP_HOME"] = str(folder)
    os.environ.pop("FIRSTSTEP_DATABASE_URL", None)
    settings.DATA = folder
    settings.DATABASES["default"] = settings.sqlite_database(folder / "firststep.sqlite3")


def _script() -> list[tuple[date, str]]:
    """The three weeks: a day and a command in each line that is not empty or a remark."""
    text = (samples() / "three_weeks.txt").read_text("utf-8")
    rows = (line.split(maxsplit=1) for line in text.splitlines() if line.strip()[:1] not in "#")
    return [(date.fromisoformat(day), line) for day, line in rows]


def _calendar() -> "WorkCalendar":
    from firststep.facts.calendar import WorkCalendar

    return WorkCalendar(country=SEEKER["country"])


def _moved(written: date, *, calendar: "WorkCalendar", last: date, day: date) -> date:
    """A day of the script as a day of this demonstration, working day by working day.

    The script's last day becomes the working day before `day`; its Mondays to Fridays are counted.
    """
    moved = calendar.before(day)
    for _ in _weekdays(written, last):
        moved = calendar.before(moved)
    for _ in _weekdays(last, written):
        moved = calendar.after(moved, 1)
    return moved


def _weekdays(start: date, end: date) -> Iterator[date]:
    """Mondays to Fridays after `start`, up to and including `end`."""
    while start < end:
        start += timedelta(days=1)
        if start.isoweekday() < 6:
            yield start


def _begin(on: date) -> None:
    """What a person does first: the campaign, the goal, the two files."""
    from firststep.interfaces.answers.asked import answered
    from firststep.interfaces.catalogue import CATALOGUE
    from firststep.interfaces.opening import the_campaign
    from firststep.journal.actions import Stamp

    answered(CATALOGUE["init"], SEEKER, stamp=Stamp(on=on, door="demo"))
    campaign = the_campaign()
    archive = next(samples().glob("*.zip"))
    for line in (
        'goal --role "Strategic Buyer" --department Purchasing --place Utrecht --place Rotterdam '
        '--background "I\'ve bought castings, motors and packaging for nine years."',
        f"import {shlex.quote(str(archive))}",
        f"company import {shlex.quote(str(samples() / 'targets.csv'))}",
    ):
        play(campaign, line, on)


def _show_today(campaign: "Campaign", day: date) -> Any:
    from firststep.interfaces.answers.asked import answered
    from firststep.interfaces.catalogue import CATALOGUE
    from firststep.interfaces.cli.telling import tell
    from firststep.journal.actions import Stamp

    def again(name: str, **given: Any) -> Any:
        stamp = Stamp(on=day, door="demo")
        return answered(CATALOGUE[name], given, campaign=campaign, stamp=stamp)

    answer = again("today")
    tell("today", answer, again=again)
    return answer


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)  # noqa: T201
