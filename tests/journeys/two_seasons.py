"""Two more campaigns as diaries: a graduate with connections and no numbers, and a manager who
knows nobody where they would like to work. Both do what Today shows, in the minutes they have.

`docs/season-graduate.md` and `docs/season-manager.md` are the result; `bin/season` writes them.
"""

import csv
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from firststep.facts.plan import Card, Plan
from firststep.facts.step_kinds import FOLLOW_UPS, OUTSIDE_MINUTES
from firststep.interfaces.answers.asked import answered
from firststep.interfaces.catalogue import CATALOGUE
from firststep.interfaces.opening import the_campaign
from firststep.journal.actions import Stamp
from firststep.learn.progress import progress
from firststep.plan.shown import plan_on
from tests.journeys.season import FAMILY, GIVEN, MORE, Season

PLACE = ["Alder", "Birch", "Cedar", "Dune", "Ember", "Fjord", "Glade", "Haven", "Inlet", "Jetty",
         "Knoll", "Larch"]  # fmt: skip
TRADE = ["Health", "Energy", "Foods", "Motion"]
FORTY_EIGHT = [f"{place} {trade}" for trade in TRADE for place in PLACE]
GROUPS = ["Works", "Group", "Partners", "Holding", "International"]
POSTS = ["Analyst", "Project coordinator", "Planner", "Sales assistant", "Controller"]


class WrittenSeason(Season):
    """A campaign whose names are found one time in two, and which counts its minutes."""

    seeker: dict[str, Any]
    goal: str
    targets: list[str]
    minutes = 45
    found_by_address = 0.25  # of the names found, with an address too; the others a profile alone
    event: str  # in the second week
    met: tuple[str, ...]  # there
    speaker: str  # who offers in the third week to connect
    interviewers: tuple[str, ...]  # in the seventh, at the first company where they talked

    def __init__(self) -> None:
        super().__init__()
        self.companies = (f"{name} {kind}" for kind in GROUPS for name in MORE)
        self.spent: Counter[date] = Counter()
        self.notes: Counter[tuple[int, int]] = Counter()
        self.house = ""  # which asks to an interview
        self.said: set[tuple[str, ...]] = set()  # what is left after a yes, as told already

    def begin(self) -> None:
        day = self.begins - timedelta(days=3)
        answered(CATALOGUE["init"], self.seeker, stamp=Stamp(on=day, door="demo"))
        self.campaign = the_campaign()
        self._do(day, f"{self.goal} --minutes-a-day {self.minutes}")
        for name in self.targets:
            self._do(day, f'company add "{name}"')
        self._bring_people(day)

    def _bring_people(self, day: date) -> None:
        """Whom they know; nobody, unless said otherwise."""

    # -- the day -------------------------------------------------------------------------------

    def _comes(self, day: date) -> Iterable[str]:
        """By the day of the season: an event, a guest speaker's offer, an interview, a job offer,
        and the job."""
        comes = {9: self._at_event, 17: self._guest, 42: self._asked, 51: self._offered,
                 56: self._landed}.get((day - self.begins).days)  # fmt: skip
        return () if comes is None else (comes(day),)

    def _at_event(self, day: date) -> str:
        self._do(day, f'event add "{self.event}" --on {day}')
        for who in self.met:
            self._do(
                day, f'met "{who}" --at "{self.event}" --promise "send the article we spoke of"'
            )
        names = " and ".join(who.split(",")[0] for who in self.met)
        return f"At the {self.event}: met {names}, and promised both an article."

    def _guest(self, day: date) -> str:
        name, title, company = self.speaker.split(", ")
        self._do(
            day,
            f'person add "{name}" --company "{company}" --title "{title}" --tie met '
            f"--linkedin {name.lower().replace(' ', '-')}",
        )
        self._do(day, f'offer add "{name}" --to class --says "connect with me on LinkedIn"')
        return f"A guest speaker: {name} of {company} said “connect with me on LinkedIn”."

    def _asked(self, day: date) -> str:
        shown = plan_on(self.campaign, day).snapshot
        talked = (
            seat.company_id
            for _, one in sorted(shown.approaches.items())
            if any(line.kind == "held" for line in one.log)
            and (seat := shown.seats.get(one.seat_id or 0))
        )
        self.house = shown.companies[next(talked)].name
        at = self._in_working_days(day, 3)
        self._do(day, f'interview "{self.house}" --at "{at} 10:00" --how in_person')
        return f"{self.house} asks for an interview on {at:%A} at ten."

    def _offered(self, day: date) -> str:
        until = self._in_working_days(day, 4)
        self._do(day, f'stage "{self.house}" job_offer --until {until}')
        return f"{self.house} offers the job, and waits for an answer until {until:%A}."

    def _landed(self, day: date) -> str:
        self._do(day, f'landed --company "{self.house}"')
        return f"Yes. The job at {self.house} is taken."

    def _carry_out(self, card: Card, day: date) -> None:
        if card.kind == "prepare_interview":
            self._do(day, f'practise --company "{card.company}" --done')
        elif card.kind == "interview":
            there = " ".join(f'--with "{who}"' for who in self.interviewers)
            self._do(day, f'interview "{card.company}" --held {there}')
        elif card.kind in FOLLOW_UPS and card.finds_way:
            slug = card.name.lower().replace(" ", "-")
            self._do(day, f"person edit {card.person_id} --linkedin {slug}")
        else:
            super()._carry_out(card, day)

    def _write_down(self, plan: Plan) -> None:
        for left in plan.after_yes:
            if left.words not in self.said:
                self.said.add(left.words)
                self._say(f"> {' '.join(left.words)}", "")
        super()._write_down(plan)
        self.spent[plan.on] += sum(c.minutes for c in plan.cards if c.kind not in OUTSIDE_MINUTES)
        for card in plan.cards:
            if card.invitation == "note":
                self.notes[plan.on.year, plan.on.month] += 1

    def _send(self, card: Card, day: date, random: Random) -> None:
        super()._send(card, day, random)
        if card.kind in FOLLOW_UPS and card.person_id and random.random() < 0.5:
            self._expect(day, card.person_id, "yes", random)
        if card.invitation and card.person_id and random.random() < 0.4:
            self._expect(day, card.person_id, "accepted", random)

    def _expect(self, day: date, person: int, answer: str, random: Random) -> None:
        """To an invitation nobody answers before it is accepted."""
        shown = plan_on(self.campaign, day).snapshot
        waits = person in shown.people and any(
            line.invites
            for one in shown.approaches.values()
            if one.person_id == person
            for line in one.log[-1:]
        )
        if answer == "accepted" or not waits:
            super()._expect(day, person, answer, random)

    def _find_name(self, card: Card, day: date) -> None:
        random = Random(f"{card.company} {card.seat} {day}")
        if random.random() < 0.5:
            until = self._in_working_days(day, 5)
            self._do(day, f"snooze {card.ref} {until}")
            return
        name = next(self.names)
        slug = name.lower().replace(" ", "-")
        house = card.company.split()[0].lower()
        way = (
            f"--email {name.split()[0].lower()}@{house}.example"
            if random.random() < self.found_by_address
            else f"--linkedin {slug}"
        )
        self._do(day, f'person add "{name}" --company "{card.company}" --title "{card.seat}" {way}')
        self._do(day, f'seat "{card.company}" "{card.seat}" --is "{name}"')

    def _in_working_days(self, day: date, count: int) -> date:
        return plan_on(self.campaign, day).snapshot.calendar.after(day, count)

    def _look_back(self, sunday: date) -> None:
        super()._look_back(sunday)
        week = [sunday - timedelta(days=n) for n in range(7)]
        shown = plan_on(self.campaign, sunday)
        worked = [day for day in week if shown.snapshot.calendar.is_working(day)]
        used = sum(self.spent[day] for day in week)
        far = progress(shown.snapshot, today=sunday, silent=shown.plan.silent)
        self._say(
            f"> {used} of {self.minutes * len(worked)} minutes used. So far {far.people_touched} "
            f"people: {far.friends} friends, {far.insiders} insiders, {far.decision_makers} "
            f"decision makers. Notes with an invitation this month: "
            f"{self.notes[sunday.year, sunday.month]}."
        )


class Graduate(WrittenSeason):
    """Forty-eight targets, people known at a third of them; LinkedIn, and hardly any numbers."""

    title = """# A graduate's season

Sixty days of Noor, who has just finished her studies: forty-eight targets, connections on LinkedIn
at a third of them, hardly an address and no number. She does what Today shows; one name in two is
found, and what comes in is drawn by a seed. In the second week there is an evening among people, in
the third a guest speaker, in the seventh an interview, and in the ninth she has the job. All people
are invented. `bin/season` writes this page, and a test compares it."""
    seeker = {  # read only
        "name": "Noor Vermeer", "email": "noor@vermeer.example", "zone": "Europe/Amsterdam",
        "country": "NL",
    }  # fmt: skip
    goal = (
        'goal --role "Junior planner" --department Logistics --place Utrecht --background '
        '"I have a degree in logistics, and I\'ve planned the delivery routes for a food bank."'
    )
    post = "Head of Logistics"
    event = "Utrecht logistics evening"
    met = ("Priya Nair, Planner, Birch Motion", "Joost Mulder, Head of Logistics, Cedar Foods")
    speaker = "Lena Hofstra, Head of Planning, Ember Energy"
    interviewers = ("Marit Koning, Head of Planning", "Bas Dekker, People partner")
    targets = FORTY_EIGHT

    def _bring_people(self, day: date) -> None:
        with TemporaryDirectory() as folder:
            file = Path(folder) / "Connections.csv"
            with file.open("w", newline="", encoding="utf-8") as opened:
                rows = csv.writer(opened)
                rows.writerow(
                    ["First Name", "Last Name", "URL", "Email Address", "Company", "Position",
                     "Connected On"]
                )  # fmt: skip
                rows.writerows(self._connections())
            self._do(day, f"import {file}")

    def _connections(self) -> list[list[str]]:
        """Twenty-four at sixteen of the targets, and as many elsewhere."""
        there = [FORTY_EIGHT[n % 16 * 3] for n in range(24)]
        elsewhere = [f"{name} Elsewhere" for name in MORE] + ["Quayside Books"] * 4
        found = []
        for n, company in enumerate([*there, *elsewhere]):
            given, family = GIVEN[n % len(GIVEN)], f"{FAMILY[n % len(FAMILY)]}sen"
            link = f"https://www.linkedin.com/in/{given}-{family}-{n}".lower()
            address = f"{given}.{n}@mail.example".lower() if n % 12 == 0 else ""
            met = f"{1 + n % 28:02} Sep {2024 + n % 3 - (n % 3 == 2)}"
            found.append([given, family, link, address, company, POSTS[n % len(POSTS)], met])
        return found


class Manager(WrittenSeason):
    """Twelve targets, and nobody known at any of them."""

    title = """# A manager's season

Sixty days of Iris, who has run purchasing for fifteen years and would like to at twelve companies
where she knows nobody. She does what Today shows; one name in two is found, and what comes in is
drawn by a seed. In the second week there is an evening among people, in the third a guest speaker,
in the seventh an interview, and in the ninth she has the job. All people are invented. `bin/season`
writes this page, and a test compares it."""
    seeker = {  # read only
        "name": "Iris Falkner", "email": "iris@falkner.example", "zone": "Europe/Berlin",
        "country": "DE",
    }  # fmt: skip
    goal = (
        'goal --role "Head of Purchasing" --department Purchasing --place Bremen --background '
        '"I\'ve run purchasing for a maker of pumps for fifteen years."'
    )
    event = "Bremen purchasing evening"
    met = ("Frauke Ahlers, Head of Purchasing, Inlet Health", "Tim Brahms, Buyer, Quayside Ships")
    speaker = "Gesa Lührs, Chief Procurement Officer, Haven Energy"
    interviewers = ("Karin Stolle, Chief Operating Officer", "Ulf Reimers, Head of People")
    targets = FORTY_EIGHT[:12]
    found_by_address = 0.6
