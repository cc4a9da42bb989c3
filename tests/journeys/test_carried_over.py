"""A snapshot carried over an entry equals one read from nothing, whatever was recorded."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from firststep.facts.snapshot import SnoozeFacts
from firststep.habits.favours.reckoning import favours_on
from firststep.interfaces import demo
from firststep.interfaces.catalogue import CATALOGUE
from firststep.journal import actions as journal
from firststep.journal.models import Entry
from firststep.plan import shown
from firststep.plan.shown import forget_plans, plan_on
from firststep.snapshot.load import load
from firststep.steps.followup.models import Snooze
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Heard, Touch
from firststep.steps.people.models import Import, Person, Position
from tests.cast import MONDAY
from tests.journeys.other_season import OtherSeason
from tests.journeys.season import Season

pytestmark = pytest.mark.slow
# They begin a campaign, or put another one in its place.
BEGIN_ANEW = {"init", "restore"}


def same_as_read_anew(campaign: Campaign, *days: date) -> None:
    """The plan's own snapshot, snoozes and favours of these days are those of the rows."""
    rows = Snooze.objects.filter(campaign=campaign).order_by("id")
    fields = ("person_id", "seat_id", "made_on", "until", "order")
    snoozes = [SnoozeFacts(**row) for row in rows.values(*fields)]
    for day in days:
        carried = plan_on(campaign, day)
        assert carried.snapshot == load(campaign, today=day), day
        assert list(carried.board.snoozes) == snoozes, day
        assert carried.snapshot.favours == favours_on(campaign.pk, day), day


class EveryVerb(OtherSeason):
    """The other season with every verb there is, a file or two, and all of it taken back."""

    def __init__(self, folder: Path, **how: Any) -> None:
        super().__init__(**how)
        self.folder, self.typed = folder, set[str]()
        (folder / "people.csv").write_text(
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            "Ina,Brought,https://www.linkedin.com/in/ina-brought,,Acme,Buyer,08 Feb 2020\n"
            "Bo,Brought,https://www.linkedin.com/in/bo-brought,bo@b.example,Hooli,Clerk,"
            "09 Feb 2021\n"
            "Ann,Lee,https://www.linkedin.com/in/ann-lee,ann@acme.example,Acme,Analyst,"
            "10 Feb 2022\n"
        )
        (folder / "list.csv").write_text("Company,Motivation\nHooli,4\nPied Piper,2\n")
        (folder / "letter.txt").write_text("Hello Lin, may I ask you something?")
        (folder / "wording.txt").write_text(
            "kinds: thank\nforms: message\n---\nThank you, {first}.\n"
        )
        (folder / "inbox.txt").write_text("Met Jo Typed (Hooli) at the fair\n")
        (folder / "rhythm.toml").write_text('base = "default"\ncards = 5\n')

    def besides(self, number: int) -> Iterator[str]:
        yield from super().besides(number)
        for line in MORE.get(number, "").strip().splitlines():
            yield self._filled(line.strip())

    def write(self, day: date, line: str) -> None:
        super().write(day, line)
        words = line.split()
        name = " ".join(words[:2])
        self.typed.add(name if name in CATALOGUE else words[0])

    def _filled(self, line: str) -> str:
        def newest(rows: Any) -> int:
            return rows.filter(campaign=self.campaign).order_by("-pk").values_list("pk").first()[0]

        merges = Entry.objects.filter(verb="merge")
        named = {
            "touch": lambda: newest(Touch.objects), "import": lambda: newest(Import.objects),
            "merge": lambda: newest(merges), "heard": lambda: newest(Heard.objects),
            "post": lambda: newest(Position.objects),
        }  # fmt: skip
        for name, key in named.items():
            if f"{{{name}}}" in line:
                line = line.replace(f"{{{name}}}", str(key()))
        return line.replace("{folder}", str(self.folder))


MORE = {
    1: """
        import {folder}/people.csv
        company import {folder}/list.csv
        company confirm Hooli Acme --not
    """,
    2: """
        person add "Uma Known" --company Acme --email uma@acme.example
        merge "Una Known" "Uma Known"
        merge "Pia Former" "Lin Profile" --not
        touch {touch} --on 2026-11-03
        merge --undo {merge}
        message "Lin Profile" --text {folder}/letter.txt
    """,
    3: 'company drop "Pied Piper"\ncompany edit Hooli --motivation 5\nopening Acme --role Buyer',
    4: """
        position "Una Known" --company Acme --title Clerk
        position "Una Known" {post} --to 2026-10-01
        campaign --minutes-a-day 60
        goal --place Hamburg
    """,
    5: """
        touch {touch} --delete
        meeting "Lin Profile" --at "2026-11-08 10:00"
        playbook load {folder}/rhythm.toml
    """,
    6: """
        wording edit known --file {folder}/wording.txt
        wording add my-thanks --file {folder}/wording.txt
        wording reset known
        event add "Buyers' evening" --on 2026-11-07 --for "two buyers"
        met "Pia Fair, Head of Ops, Hooli" --at "Buyers' evening" --promise "a link"
        inbox {folder}/inbox.txt --yes
    """,
    7: 'talked "Lin Profile"\nimport --undo {import}\nforget "Mo Mailed" --yes',
    9: 'tie "Una Known" "Ann Lee" --kind known\nundo\nundo',
    10: 'import {folder}/people.csv\nundo\nseat Acme "Head of Buying"',
    12: """
        heard "Ann Lee" --text "Happy to talk. Please call me in January."
        heard confirm {heard} --as later --until 2027-01-11
        heard "Ann Lee" --text "Please do not write to me again."
        heard dismiss {heard}
        undo
    """,
    13: """
        offer add "Pia Fair" --says "connect with me on LinkedIn" --to class
        favour "Pia Fair" received "read my CV"
        favour "Pia Fair" received --told
        promise "Pia Fair" theirs "a call"
        promise "Pia Fair" mine --kept
        practise "Lin Profile" --for call --done --note Slower
    """,
    15: 'away --from 2026-11-16 --to 2026-11-17 --drop\nkeep "Lin Profile" monthly',
    17: 'seat Acme "Head of Buying" --drop\nforget "Kai Clerk" --yes',
    20: "goal --role Planner --department Planning --new-round",
    21: """
        interview Hooli --at "2026-11-25 10:00" --with "Ria Board, Head of Buying"
        interview Hooli --held
    """,
    23: "undo",
    25: "landed --company Acme\nundo\nlanded --company Acme",
}


@pytest.fixture
def nothing_looked_at_while_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is seen within a recording may still be taken back, and is never to be kept."""
    within: list[int] = []
    begin, look = journal.recording, shown._look

    @contextmanager
    def recording(*given: Any, **named: Any) -> Iterator[Any]:
        with begin(*given, **named) as change:
            within.append(1)
            try:
                yield change
            finally:
                within.pop()

    def looked(campaign: Campaign) -> Any:
        assert not within, "a verb looks at the plan within its own recording"
        return look(campaign)

    for module in [m for m in list(sys.modules.values()) if getattr(m, "recording", None) is begin]:
        monkeypatch.setattr(module, "recording", recording)
    monkeypatch.setattr(shown, "_look", looked)


@pytest.mark.usefixtures("db", "nothing_looked_at_while_writing")
@pytest.mark.parametrize("seed", [11, 12])
def test_over_every_verb_there_is(tmp_path: Path, seed: int) -> None:
    def look(day: date) -> None:
        same_as_read_anew(season.campaign, day)

    def look_elsewhere(day: date) -> None:
        same_as_read_anew(season.campaign, MONDAY + timedelta(days=9), day + timedelta(days=5))

    season = EveryVerb(tmp_path, seed=seed, after_line=look, after_day=look_elsewhere)

    season.play()

    assert Person.objects.filter(name="Bo Brought").exists()
    writing = {name for name, item in CATALOGUE.items() if item.writes}
    assert writing - season.typed == BEGIN_ANEW


class Watched(Season):
    """The demonstration's season, looked at after every line."""

    def _live(self, day: date) -> None:
        if day <= date(2026, 12, 11):
            super()._live(day)

    def _look_back(self, sunday: date) -> None:
        """Nothing to tell."""

    def _do(self, day: date, line: str) -> Any:
        answer = super()._do(day, line)
        same_as_read_anew(self.campaign, day)
        return answer


@pytest.mark.django_db(transaction=True)
def test_over_the_demonstrations_season() -> None:
    Watched().play()


MONDAY_23 = date(2026, 11, 23)


@pytest.mark.django_db(transaction=True)
def test_what_a_verb_costs_on_the_demonstration(tmp_path: Path) -> None:
    """Questions to the database, from an empty memory, as a command asks them; two more are asked
    as the program opens its data."""
    campaign = a_demonstration()
    plan = plan_on(campaign, MONDAY_23).plan
    refs = [one.ref for one in (*plan.showable, *plan.waiting)]
    proposed = next(ref for ref in refs if ref.startswith("p"))
    first, second, third = [ref for ref in refs if ref.isdigit()][:3]
    lines = (
        f"snooze {proposed} 2026-12-01", f"sent {proposed}", f"reply {proposed} later",
        f"sent {first}", f"reply {first} question", f"reply {second} yes",
        f"call {third} --outcome voicemail", f"snooze {second} 2026-12-01",
    )  # fmt: skip

    for line in lines:
        forget_plans()
        with CaptureQueriesContext(connection) as seen:
            demo.play(campaign, line, MONDAY_23)
        assert len(seen) <= 32, (line, len(seen))


def a_demonstration() -> Campaign:
    from firststep.interfaces.opening import the_campaign

    script = demo._script()
    demo._begin(script[0][0])
    for on, line in script:
        demo.play(the_campaign(), line, on)
    return the_campaign()
