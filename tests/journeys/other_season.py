"""Another season than the demonstration's: two targets, people known elsewhere, people met, named
and merely written down, with laters, snoozes, do-not-contact and a rhythm of one's own.

A seed says it all. Whoever plays it is called after every line, and at the end of every day.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from random import Random

from firststep.errors import CannotDo
from firststep.facts.plan import Card
from firststep.interfaces.demo import play
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from tests.cast import MONDAY, a_campaign, a_row_person, a_target

DAYS = 26
WRITTEN = frozenset({
    "write", "second_person", "ask_introduction", "follow_up_met", "nudge", "thank", "answer",
    "report_back", "keep_in_touch",
})  # fmt: skip
ANSWERS = ("yes", "no", "later", "question", "helped", "refers", "out_of_office", "bounced",
           "accepted")  # fmt: skip
# What is typed besides, by the number of the day.
BESIDES: dict[int, str] = {
    0: """
        person add "Gil Manager" --company "Elsewhere Ltd" --title "Head of Purchasing" \
--email gil@elsewhere.example --tie dormant --how "we met at a fair"
        person add "Fay Friend" --company "Other Ltd" --title Buyer --email fay@other.example \
--tie close
        log --yes "Met Oda Host (Fair Ltd) at the fair, she will introduce me to Sam"
    """,
    1: "playbook set later_calendar_days 16\nplaybook set nudge_known_days 2",
    2: """
        keep "Fay Friend" weekly
        ask "Gil Manager" tip
        away --from 2026-11-16 --to 2026-11-17
    """,
    3: 'snooze "Gil Manager" 2026-11-12\ntie "Una Known" --kind close',
    4: """
        person add "Ines Vogt" --company Acme --title "Head of Purchasing" --phone "+49 30 123 456"
        seat Acme --is "Ines Vogt"
        log --yes "Met Ray Newell (Globex) in the lift"
    """,
    7: 'do-not-contact "Kai Clerk"\nplaybook set silent_days 2',
    8: 'ask "Ines Vogt" meeting --via "Ann Lee"\nclose "Fay Friend"\nundo',
    9: 'stage Globex interview\nperson edit "Una Known" --email una@known.example',
    11: """
        do-not-contact "Kai Clerk" --lift
        call "Ines Vogt" --outcome later --until 2026-11-20
    """,
    14: 'person edit "Rob Written" --phone "+49 30 987 654"\nplaybook use two-hour',
    16: 'thank "Ann Lee"\nundo',
    18: "playbook reset\ncompany add Initech --motivation 5",
    21: "stage Initech rejected",
}


def begun() -> Campaign:
    """Two targets; people there, people elsewhere, and people of the address book alone."""
    campaign = a_campaign("Ada Moreno", "ada@moreno.example")
    acme, globex = a_target(campaign, "Acme", motivation=5), a_target(campaign, "Globex")
    a_row_person(campaign, "Ann Lee", company=acme, title="Analyst", tie="close",
                 email="ann@acme.example", phone="+49 30 555 010")  # fmt: skip
    a_row_person(campaign, "Pia Former", company=acme, title="Clerk", current=False,
                 tie="dormant", linkedin="pia-former")  # fmt: skip
    a_row_person(campaign, "Dana Head", company=globex, title="Head of Purchasing", tie=None,
                 email="dana@globex.example", phone="+49 30 555 011")  # fmt: skip
    a_row_person(campaign, "Kai Clerk", company=globex, title="Clerk", phone="+49 30 555 012")
    a_row_person(campaign, "Una Known", title="Analyst", tie="known")
    a_row_person(campaign, "Rob Written", title="Head of Purchasing", tie=None)
    a_row_person(campaign, "Lin Profile", title="Analyst", tie=None, linkedin="lin-profile")
    a_row_person(campaign, "Mo Mailed", title="Buyer", tie=None, email="mo@elsewhere.example")
    a_row_person(campaign, "Tel Phoned", title="Buyer", tie=None, phone="+49 30 555 013")
    return campaign


class OtherSeason:
    """Plays the days; a line that is refused changes nothing."""

    def __init__(
        self,
        *,
        seed: int = 11,
        after_line: Callable[[date], None] = lambda day: None,
        after_day: Callable[[date], None] = lambda day: None,
    ) -> None:
        self.random = Random(seed)
        self.after_line, self.after_day = after_line, after_day
        self.campaign = begun()
        self.named = 0

    def play(self) -> None:
        for number in range(DAYS):
            day = MONDAY + timedelta(days=number)
            for line in self.besides(number):
                self.write(day, line)
            for card in plan_on(self.campaign, day).plan.cards:
                if self.random.random() < 0.8:
                    for line in self._done(card, day):
                        self.type(day, line)
            self._hear(day)
            self.after_day(day)

    def besides(self, number: int) -> Iterator[str]:
        """What is typed at the beginning of a day, none of it refused."""
        yield from (line.strip() for line in BESIDES.get(number, "").strip().splitlines())

    def type(self, day: date, line: str) -> None:
        """A line that is refused changes nothing."""
        with suppress(CannotDo):
            self.write(day, line)

    def write(self, day: date, line: str) -> None:
        """One line, as it is typed."""
        play(self.campaign, line, day)
        self.after_line(day)

    def _hear(self, day: date) -> None:
        for approach in self.campaign.approaches.filter(closed_on=None).order_by("id"):
            if approach.person and self.random.random() < 0.16:
                self.type(day, self._heard(f"{approach.pk}", day))

    def _done(self, card: Card, day: date) -> Iterator[str]:
        who = card.ref
        if card.kind == "find_name":
            name = self._somebody()
            way = f" --linkedin somebody-{self.named}" if self.named % 2 else ""
            yield f'person add "{name}" --company "{card.company}" --title "{card.seat}"{way}'
            yield f'seat "{card.company}" "{card.seat}" --is "{name}"'
        elif card.ref and card.person_id and self.random.random() < 0.1:
            yield f"snooze {who} {day + timedelta(days=self.random.randint(1, 9))}"
        elif card.kind == "call":
            outcome = self.random.choice(["voicemail", "no_answer", "talked", "yes"])
            yield f"call {who} --outcome {outcome}"
        elif card.kind == "find_address":
            yield f"person edit {card.person_id} --email found.{card.person_id}@people.example"
        elif card.kind == "find_number":
            yield f'company edit "{card.company}" --phone "+49 30 1234{card.person_id}"'
        elif card.kind == "meet":
            yield f'talked {who} --next "{self._somebody()}, Buyer, Acme"'
        elif card.kind in WRITTEN:
            yield f"sent {who}"

    def _heard(self, ref: str, day: date) -> str:
        answer = self.random.choice(ANSWERS)
        if answer in ("later", "out_of_office") and self.random.random() < 0.5:
            return f"reply {ref} {answer} --until {day + timedelta(days=6)}"
        if answer == "refers":
            return f'reply {ref} refers --to "{self._somebody()}, Buyer, Acme"'
        if answer == "yes" and self.random.random() < 0.5:
            return f'meeting {ref} --at "{day + timedelta(days=3)} 10:00"'
        return f"reply {ref} {answer}"

    def _somebody(self) -> str:
        self.named += 1
        return f"{'NOPQRSTUVW'[self.named % 10]}amed {'abcdefghij'[self.named // 10 % 10]}son"
