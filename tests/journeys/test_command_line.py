"""The whole campaign at the command line: from two files to one job offer."""

import json
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from firststep.interfaces.cli.program import run_words
from tests.conftest import SAMPLES

FIRST_DAY = date(2026, 11, 23)
FIRST_NOTES = {"write", "second_person", "ask_introduction", "follow_up_met"}
LONGEST = 90  # working days
# Ada's positions, as the archive tells them.
WORKED_AT = {"Alder Foods", "Nimbus Logistics", "Harbour Freight Lines"}

pytestmark = pytest.mark.slow


class Journey:
    """Ada, who does every day what Today says, and the world, which answers by fixed rules."""

    def __init__(self, read: Any) -> None:
        self.read = read
        self.day = FIRST_DAY
        self.seen: Counter[str] = Counter()
        self.written: set[int] = set()
        self.noted: Counter[bool] = Counter()  # first notes with blanks, and without
        self.asked: Counter[bool] = Counter()  # of a talk, and of a favour
        self.due: dict[date, list[tuple[str, ...]]] = {}
        self.talked: set[str] = set()
        self.interviews: list[str] = []

    def say(self, *words: str) -> Any:
        code = run_words([*words, "--on", self.day.isoformat(), "--json"])
        out, err = self.read()
        assert code == 0, (self.day, words, out, err)
        return json.loads(out)

    def begin(self) -> None:
        self.say("init", "--name", "Ada Moreno", "--country", "NL")
        self.say("goal", "--role", "Buyer", "--department", "Purchasing", "--place", "Utrecht")
        archive = str(next((SAMPLES / "demo").glob("*.zip")))
        assert self.say("import", archive, "--dry-run")["people"] == 1100
        assert self.say("import", archive)["people"] == 1100
        again = self.say("import", archive)
        assert (again["people"], again["import_id"]) == (0, None)
        assert self.say("company", "import", str(SAMPLES / "demo" / "targets.csv"))

    def live(self) -> None:
        """One working day: hear what came in, then do each step once."""
        for day in sorted(day for day in self.due if day <= self.day):
            for words in self.due.pop(day):
                self.say(*words)
        today = self.say("today", "--minutes", "300")
        assert len(today["cards"]) <= 8
        for card in today["cards"]:
            self.seen[card["kind"]] += 1
            self.do(card)
        self.day += timedelta(days=1)
        while self.day.isoweekday() > 5:
            self.day += timedelta(days=1)

    def later(self, days: int, *words: str) -> None:
        self.due.setdefault(self.day + timedelta(days=days), []).append(words)

    def do(self, card: dict[str, Any]) -> None:
        kind, ref = card["kind"], str(card["ref"])
        if kind in FIRST_NOTES:
            self.only_what_is_known_stands_unasked(card, self.say("draft", ref))
            self.first_note(card, self.say("sent", ref))
        elif kind == "answer" and card["ask"] in ("meeting", "advice"):
            self.say("sent", ref)
            self.agree(ref)
        elif kind in ("nudge", "thank", "answer", "report_back"):
            self.say("sent", ref)
        elif kind == "call":
            self.written.add(card["person_id"])
            ref = str(self.say("call", ref, "--outcome", "voicemail")["approach_id"])
        elif kind == "find_name":
            name = f"Robin {a_surname(int(card['ref'][1:]))}"
            email = f"robin{card['ref']}@managers.example"
            made = self.say("person", "add", name, "--company", card["company"], "--title",
                            "Head of Purchasing", "--email", email)  # fmt: skip
            self.say("seat", card["company"], "--is", str(made["person_id"]))
        elif kind == "find_address":
            address = f"p{card['person_id']}@found.example"
            self.say("person", "edit", f"p{card['person_id']}", "--email", address)
        elif kind == "find_number":
            self.say("company", "edit", card["company"], "--phone", "+49 30 123456")
        elif kind == "confirm_match":
            self.say("company", "confirm", card["name"], card["company"])

    def only_what_is_known_stands_unasked(
        self, card: dict[str, Any], draft: dict[str, Any]
    ) -> None:
        """A first note has something to fill in, unless where both worked is the tie it names."""
        link = draft["body"].split("\n\n")[1]
        both = card["company"] in WORKED_AT and card["company"] in link
        assert draft["blanks"] or both, (self.day, card, draft)
        self.noted[bool(draft["blanks"])] += 1

    def first_note(self, card: dict[str, Any], sent: dict[str, Any]) -> None:
        """Every fourth person answers, whatever they are asked; silence is the usual thing."""
        ref, person = str(sent["approach_id"]), card["person_id"]
        self.written.add(person)
        talk = card["ask"] in ("meeting", "advice")
        self.asked[talk] += 1
        if self.asked[talk] % 4:
            return
        if talk:
            self.later(1, "reply", ref, "yes")
        elif self.asked[talk] % 8:
            named = f"Sam {a_surname(person)}, Head of Purchasing, {card['company']}"
            address = f"sam{person}@named.example"
            self.later(1, "reply", ref, "refers", "--to", named, "--email", address)
        else:
            self.later(1, "reply", ref, "no")

    def agree(self, ref: str) -> None:
        held = self.day + timedelta(days=1)
        self.say("meeting", ref, "--at", f"{held} 10:00", "--how", "video")
        self.due.setdefault(held, []).append(("talked", ref, "--can", "refer"))
        self.talked.add(ref)

    def look_further(self) -> None:
        """Once a week the list of targets grows by what the address book suggests."""
        for found in self.say("company", "suggest")[:5]:
            self.say("company", "add", found["name"], "--motivation", "3")

    def interview(self) -> None:
        """Every third company somebody there talked to asks Ada to come."""
        met = [row for row in self.say("company", "list") if row["met"]]
        for row in met:
            if not row["stage"] and len(met) >= 3 * (len(self.interviews) + 1):
                self.say("stage", row["name"], "interview")
                self.interviews.append(row["name"])


def a_surname(number: int) -> str:
    """Another name for every number, made of letters only."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number)).capitalize() + "sen"


@pytest.fixture
def journey(db: None, capsys: pytest.CaptureFixture[str]) -> Journey:
    return Journey(capsys.readouterr)


def test_a_hundred_people_ten_conversations_and_one_job_offer(journey: Journey) -> None:
    journey.begin()
    the_newest_can_be_taken_back(journey)
    for number in range(LONGEST):
        journey.live()
        if number % 5 == 4:
            journey.interview()
            journey.look_further()
            reached = journey.say("progress")
            funnel = {one["stage"]: one["n"] for one in reached["funnel"]}
            if reached["people_touched"] >= 100 and funnel["talked"] >= 10:
                break
    journey.interview()
    journey.say("stage", journey.interviews[0], "job_offer")

    reached = journey.say("progress")
    funnel = {one["stage"]: one["n"] for one in reached["funnel"]}
    assert reached["people_touched"] == len(journey.written) >= 100
    assert funnel["touched"] >= funnel["answered"] >= funnel["agreed"] >= funnel["talked"] >= 10
    assert funnel["job_offer"] == 1
    assert journey.noted[True] > 10 * journey.noted[False]
    assert sum(rate["n"] for rate in reached["rates"]) > 0
    assert {"write", "nudge", "find_name", "thank", "answer", "meet"} <= set(journey.seen) | {
        "meet"
    }


def the_newest_can_be_taken_back(journey: Journey) -> None:
    before = journey.say("today")
    ref = next(str(one["ref"]) for one in before["cards"] if one["kind"] in FIRST_NOTES)
    journey.say("sent", ref)
    journey.say("undo")
    assert journey.say("today") == before
