"""Sixty days of the demonstration's campaign as a diary: what Today said, and what came of it.

Ada does what Today shows; the others answer by a seeded draw of their own, the same for the same
person whatever the order. `docs/season.md` is the result; `bin/season` writes it anew.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from typing import Any

from firststep.facts.plan import Card, Plan
from firststep.interfaces import demo
from firststep.interfaces.opening import the_campaign
from firststep.learn.look_back import look_back
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign

BEGINS = date(2026, 11, 23)
DAYS = 60
ANSWERED_KINDS = {"write", "ask_introduction", "second_person", "follow_up_met", "nudge"}
HOURS = (10, 14, 11, 15, 16)
SAYS_YES = {"close": 0.6, "known": 0.5, "dormant": 0.45, "met": 0.5, "": 0.16}
GIVEN = [
    "Ines",
    "Pieter",
    "Maren",
    "Lukas",
    "Sofia",
    "Eva",
    "Jonas",
    "Klara",
    "Milan",
    "Nora",
    "Oskar",
    "Petra",
    "Rik",
    "Sara",
    "Tom",
]
FAMILY = [
    "Duarte",
    "Blom",
    "Vogt",
    "Hahn",
    "Brandt",
    "Lind",
    "Weber",
    "Nowak",
    "Petrov",
    "Falk",
    "Beck",
    "Simon",
    "Conti",
    "Aalto",
]
MORE = (
    "Aldermoor Tools", "Brekke Freight", "Corvane Foods", "Dunlin Optics", "Elbrook Paper",
    "Fenwick Pumps", "Garrow Lifts", "Hesper Glass", "Iverson Cranes", "Jarrow Textiles",
    "Kelso Ceramics", "Lorne Bearings", "Moss Hill Dairy", "Nairn Cables", "Oxley Timber",
    "Penrose Valves", "Quill Office", "Ravel Bikes", "Selby Motors", "Tarn Waterworks",
)  # fmt: skip
NAMES = [f"{given} {family}" for family in FAMILY for given in GIVEN]


TITLE = """# A worked season

Sixty days of the demonstration's campaign, after its first three weeks. Each day shows what Today
said, with the reason; in italics what came in. All people are invented; Ada does what is shown, and
the others answer by a seeded draw. `bin/season` writes this page, and a test compares it."""


class Season:
    """Plays the days and keeps the diary."""

    title = TITLE
    post = "Head of Purchasing"  # whose name people give
    begins = BEGINS

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.replies: dict[date, list[tuple[int, str]]] = {}
        self.talks: dict[date, int] = defaultdict(int)  # agreed for a day: each has its own hour
        self.names = iter(NAMES)
        self.companies = iter(MORE)
        self.campaign: Campaign

    def play(self) -> str:
        self.begin()
        self._say(self.title)
        for n in range(DAYS):
            day = self.begins + timedelta(days=n)
            self._live(day)
            if day.isoweekday() == 7:
                self._look_back(day)
        return "\n".join(self.lines) + "\n"

    def begin(self) -> None:
        """What there is before the first day of the diary."""
        script = demo._script()
        demo._begin(script[0][0])
        self.campaign = the_campaign()
        for on, line in script:
            self._do(on, line)

    def _live(self, day: date) -> None:
        heard = [
            *self._comes(day),
            *(self._hear(day, person, answer) for person, answer in self.replies.pop(day, [])),
        ]
        plan = plan_on(self.campaign, day).plan
        if plan.day_off and not any(heard):
            return
        self._say("", f"## {day:%A} {day.day} {day:%B} {day.year}", "")
        for words in filter(None, heard):
            self._say(f"*{words}*", "")
        if plan.day_off:
            self._say("A day off.")
            return
        self._write_down(plan)
        for card in plan.cards:
            self._carry_out(card, day)

    def _comes(self, day: date) -> Iterable[str]:
        """What comes from outside, beside the answers; nothing, unless said otherwise."""
        return ()

    def _write_down(self, plan: Plan) -> None:
        if not plan.cards:
            self._say("Done for today.")
        for card in plan.cards:
            who = card.name or ", ".join(filter(None, (card.seat, card.company)))
            there = f" ({card.company})" if card.name and card.company else ""
            said = f"- **{card.kind.replace('_', ' ')}** {who}{there}".rstrip()
            self._say(f"{said}. {card.why}")
        self._say("", f"{len(plan.waiting)} waiting, {len(plan.rolled)} can wait for another day.")

    # -- what Ada does -------------------------------------------------------------------------

    def _carry_out(self, card: Card, day: date) -> None:
        random = Random(f"{card.name} {card.seat} {card.company} {card.kind} {day}")
        if card.kind in ("prepare", "look_again", "decide_goal"):
            return
        if card.kind == "add_companies":
            for _ in range(3):
                self._do(day, f'company add "{next(self.companies)}"')
            return
        if card.kind == "confirm_match":
            self._do(day, f'company confirm "{card.name}" "{card.company}" --not')
        elif card.kind == "find_name":
            self._find_name(card, day)
        elif card.kind == "return_favour":
            self._do(day, f'favour p{card.person_id} given "two lines that may help them"')
        elif card.kind == "find_address":
            address = f"person{card.person_id}@found.example"
            self._do(day, f"person edit {card.person_id} --email {address}")
        elif card.kind == "find_number":
            self._do(day, f'company edit "{card.company}" --phone "+49 30 {card.person_id}00"')
        elif card.kind == "meet":
            self._do(day, f"talked {card.ref} --can refer")
        elif card.kind == "call":
            outcome = random.choice(["voicemail", "no_answer", "voicemail", "talked"])
            self._do(day, f"call {card.ref} --outcome {outcome}")
        else:
            self._send(card, day, random)

    def _send(self, card: Card, day: date, random: Random) -> None:
        shown = plan_on(self.campaign, day).snapshot
        answered = card.kind == "answer" and card.ask in ("meeting", "advice")
        self._do(day, f"sent {card.ref}")
        if answered:
            at = day + timedelta(days=random.randint(2, 5))
            at = shown.calendar.on_or_after(at)  # nobody agrees to talk on a holiday
            hour = HOURS[self.talks[at] % len(HOURS)]
            self.talks[at] += 1
            self._do(day, f'meeting {card.ref} --at "{at} {hour}:00" --how video')
        elif (
            card.kind in ("write", "ask_introduction", "second_person", "nudge") and card.person_id
        ):
            person = shown.people[card.person_id]
            chance = SAYS_YES[person.tie.kind if person.tie else ""]
            chance = max(chance, 0.4) if card.origin != "proposed" else chance
            draw = random.random()
            if draw < chance:
                self._expect(day, card.person_id, "yes", random)
            elif draw < chance + 0.12:
                answer = random.choice(["no", "later", "out_of_office", "question"])
                self._expect(day, card.person_id, answer, random)

    def _find_name(self, card: Card, day: date) -> None:
        name = next(self.names, None)
        if name is None:
            return
        address = f"{name.split()[0].lower()}@{card.company.split()[0].lower()}.example"
        self._do(
            day,
            f'person add "{name}" --company "{card.company}" --title "{card.seat}" '
            f"--email {address}",
        )
        self._do(day, f'seat "{card.company}" "{card.seat}" --is "{name}"')

    def _expect(self, day: date, person: int, answer: str, random: Random) -> None:
        on = day + timedelta(days=random.choice([1, 1, 1, 2, 2, 3, 5, 8]))
        self.replies.setdefault(on, []).append((person, answer))

    # -- what the others do --------------------------------------------------------------------

    def _hear(self, day: date, person: int, answer: str) -> str:
        shown = plan_on(self.campaign, day).snapshot
        running = [a for a in shown.approaches.values() if a.person_id == person]
        if not running:
            return ""
        name, ask = shown.people[person].name, running[-1].ask
        more = ""
        if answer == "yes" and ask in ("name", "introduction", "referral", "tip", "connect"):
            answer = "helped" if ask == "tip" else "refers"
            named = next(self.names, "")
            company = next((p.company for p in shown.people[person].current), "Nimbus Logistics")
            if named:
                address = f"{'.'.join(named.lower().split())}@named.example"
                more = f' --to "{named}, {self.post}, {company}" --email {address}'
            else:
                answer = "helped"
        if answer == "out_of_office":
            more = f" --until {day + timedelta(days=6)}"
        self._do(day, f"reply {running[-1].id} {answer}{more}")
        return f"{name}: {WORDS[answer]}"

    def _look_back(self, sunday: date) -> None:
        week = look_back(plan_on(self.campaign, sunday).snapshot, until=sunday)
        self._say("", f"> The week: {week.words}")

    def _do(self, day: date, line: str) -> Any:
        return demo.play(self.campaign, line, day)

    def _say(self, *lines: str) -> None:
        self.lines.extend(lines)


WORDS = {
    "yes": "said yes.",
    "no": "said no. One nearer the number.",
    "later": "asked to be written to later.",
    "question": "asked a question.",
    "refers": "gave a name.",
    "helped": "helped.",
    "out_of_office": "is away.",
    "accepted": "accepted the invitation.",
}
