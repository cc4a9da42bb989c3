"""Three more weeks of the demonstration with every command of the catalogue, each answer told.

    FIRSTSTEP_HOME=… python -m tests.journeys.every_command FOLDER

A line of JSON for each command: its name, its exit code, and what it answered. Files go to FOLDER.
"""

import io
import json
import shlex
import sys
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from firststep.facts.step_kinds import STEP_KIND
from firststep.interfaces.catalogue import CATALOGUE
from firststep.interfaces.cli.program import run_words

MONDAY = date(2026, 11, 23)
DAYS = 21
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CAME_OF_IT = (
    "reply {ref} yes",
    'meeting {ref} --at "{on} 23:30" --how video',
    'reply {ref} refers --to "{named}, Head of Purchasing, {company}"',
    "reply {ref} later --until {later}",
    "snooze {ref} {later} --why Busy",
    "reply {ref} no",
    "reply {ref} out_of_office",
    "undo",
    "reply {ref} question",
    "reply {ref} bounced",
    "close {ref}",
)
EACH_WEEK = (
    "progress", "progress --a-week 12", "who", "company list", "company suggest", "merge list",
    "doctor",
)  # fmt: skip
SETTING_UP = """
campaign
campaign --minutes-a-day 60
goal
goal --role Buyer --department Purchasing --place Utrecht
company add Umbrella --motivation 4 --alias "Umbrella Corp"
company edit Umbrella --opening "Buyer, seen on their site"
opening Umbrella --role Buyer --link umbrella.example/jobs/7 --applied 2026-11-20
opening Umbrella --role "Trainee buyer"
opening Umbrella --role "Trainee buyer" --drop
stage Umbrella interview
interview Umbrella --at "2026-12-22 10:00" --how video --with "Ines Testova, Head of Purchasing"
practise --company Umbrella --done --reply "1: Two sentences"
interview Umbrella --file {folder}/interview.ics
interview Umbrella --cancelled
interview Umbrella
seat Umbrella "Head of Purchasing"
company drop Umbrella
company import {samples}/companies/plain.csv --dry-run
person add "Jo Testa" --company "Halden Turbines" --title Buyer --email jo@halden.example
person add "Joe Testa" --company "Halden Turbines" --title Buyer
position "Jo Testa" --company Nimbus --title Clerk --from 2020-01-01 --to 2021-01-01
tie "Jo Testa" --kind met --how Fair
tie "Jo Testa" "Ann Lee" --kind close
tie "Jo Testa" "Ann Lee" --drop
keep "Jo Testa" monthly
ask "Jo Testa" advice
path "Jo Testa"
draft "Jo Testa"
message "Jo Testa" --text {folder}/letter.txt
draft "Jo Testa"
sent "Jo Testa"
thank "Jo Testa"
meeting "Jo Testa" --at "2026-12-20 10:00"
meeting "Jo Testa" --cancelled
log "Met Zoe Testova (Umbrella) at the fair" --yes
log "Met Zoe Testova (Umbrella) at the fair"
log "Coffee with Jo Testa on Friday" --yes
inbox {folder}/inbox.txt
inbox {folder}/inbox.txt --yes
heard "Jo Testa" --text "Happy to talk. Tuesday 15 December at 10 works for me."
heard list
heard confirm 1 --as later --until 2026-12-29
heard "Jo Testa" --text "Please do not write to me again."
heard dismiss 2
touch {touch} --on 2026-11-20
touch {touch} --delete
event add "Utrecht buyers' evening" --on 2026-11-20 --place Utrecht --for "two buyers"
met "Pia Testova, Head of Ops, Umbrella" --at "buyers' evening" --promise "a link"
met "Jo Testa, Halden Turbines" --at 1 --they-promise "a name" --said "steel"
event list
event show 1
event add "Winter fair" --on 2026-12-30
event show "Winter fair"
offer add "Pia Testova" --says "connect with me on LinkedIn" --to class
offer list
favour "Jo Testa" received "read my CV"
favour "Jo Testa" given "a book" --returns 1
favour "Jo Testa" received --told
favour list
favour list --open
news
promise "Jo Testa" theirs "a call"
promise "Pia Testova" mine --kept
promise list --open
brief "Jo Testa"
practise "Jo Testa"
practise "Jo Testa" --for call --seed 4 --done --note "Slower"
practise --for who
meeting "Jo Testa" --at "2026-12-21 10:00" --how phone
calendar "Jo Testa" --file {folder}/talk.ics
meeting "Jo Testa" --cancelled
merge "Jo Testa" "Ann Lee" --not
person add "Joan Testa"
away --from 2026-12-24 --to 2026-12-31
away --from 2026-12-24 --to 2026-12-31 --drop
playbook show
playbook set cards 5
playbook use two-hour
playbook load {folder}/rhythm.toml
playbook reset
wording list
wording show known
wording edit known --file {folder}/wording.txt
wording add mine --file {folder}/wording.txt
wording reset known
wording reset mine
do-not-contact "Joe Testa" --why "She asked"
do-not-contact "Joe Testa" --lift
person edit "Joe Testa" --note "A buyer" --phone "+44 7700 900199"
import {samples}/exports/outlook/outlook_com_61col_utf8bom.csv
import --undo 2
import {samples}/linkedin/ragged.csv
import {samples}/linkedin/bad-date.csv
completion bash
simulate --runs 2 --weeks 4 --policy default --policy no_follow_up
simulate --runs 1 --weeks 2 --policy default --svg {folder}/drawn.svg
"""
REFUSED = """
person show Testa
who "No Such Company"
company drop Z
draft s99999
draft "Jo Testa" --wording none
wording show none
wording edit known --file {folder}/letter.txt
company edit Meridian --name Lindqvist
person add "Ann Lee"
do-not-contact "Joan Testa"
path "Joan Testa"
event show "Nowhere at all"
met 7
favour "Ann Lee" received
position "Ann Lee" 99
campaign --country Netherlandz
merge list "Ann Lee"
forget "Ann Lee"
today --minutes none
nothing
import {samples}/exports/lists/own_list_semicolons.csv
import {samples}/companies/no-company-column.csv
backup {folder}/backup.sqlite3
"""
AT_LAST = """
landed --company Umbrella
landed
goal --new-round --exploring --until 2027-02-01
export {folder}/export
backup {folder}/backup.sqlite3
forget "Joan Testa" --yes
import {folder}/export --dry-run
restore {folder}/backup.sqlite3
doctor
"""


def answer(line: str, on: date | None = None) -> Any:
    """Runs one command line, tells its answer, and gives it."""
    words = shlex.split(line)
    name = " ".join(words[:2]) if " ".join(words[:2]) in CATALOGUE else words[0]
    dated = name in CATALOGUE and CATALOGUE[name].dated
    day = ["--on", on.isoformat()] if on and dated else []
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()):
        code = run_words([*words, *day, "--json"])
    found = json.loads(out.getvalue())
    print(json.dumps([line, name, code, found]))
    return found


def all_of(lines: str, on: date, **told: object) -> None:
    for line in lines.strip().splitlines():
        answer(line.format(**told), on)


def live(on: date, what_came: "cycle[str]") -> None:
    """One day: each of its steps is taken, and something comes of it."""
    for n, card in enumerate(answer("today", on)["cards"]):
        ref = card["ref"] or card["approach_id"]
        named = f"Kim {lettered(f'{on:%m%d}{n}')}"
        told = {"ref": ref, "named": named, "company": card["company"], "on": on}
        take(card, on)
        if card["person_id"] and card["approach_id"]:
            later = on + timedelta(days=9)
            answer(next(what_came).format(**told, later=later), on)


def lettered(digits: str) -> str:
    """A surname for each number, as names have no digits."""
    return "N" + "".join("abcdefghij"[int(one)] for one in digits if one.isdigit()) + "sen"


def take(card: dict[str, Any], on: date) -> None:
    kind, ref = card["kind"], card["ref"]
    word = lettered(f"{on:%m%d}{ref}")
    if kind == "call":
        answer(f"call {ref} --outcome {('voicemail', 'talked', 'no_answer')[on.day % 3]}", on)
    elif kind == "meet":
        answer(f'talked {ref} --next "Sam {word}, Buyer, Acme" --can refer', on)
    elif kind == "find_name":
        answer(f'person add "Nora {word}" --company "{card["company"]}"', on)
        answer(f'seat "{card["company"]}" --is "Nora {word}"', on)
    elif kind == "confirm_match":
        answer(f'company confirm "{card["name"]}" "{card["company"]}" --not', on)
    elif kind == "find_address":
        answer(f"person edit p{card['person_id']} --email {word}@found.example", on)
    elif kind == "find_number":
        answer(f'company edit "{card["company"]}" --phone "+49 30 1234567"', on)
    elif STEP_KIND[kind].sent_as:
        answer(f"draft {ref}", on)
        answer(f"sent {ref}", on)
    if card["person_id"]:
        answer(f"person show p{card['person_id']}", on)
    if ref and ref[0] in "ps":
        answer(f"path {ref}", on)


def play(folder: Path) -> None:
    (folder / "letter.txt").write_text("Dear Jo, may I ask you something?\n")
    (folder / "inbox.txt").write_text("Jo Testa said yes\nno word from Jo Testa\n")
    (folder / "wording.txt").write_text("kinds: thank\nforms: message\n---\nThank you, {first}.\n")
    what_came = cycle(CAME_OF_IT)
    for n in range(DAYS):
        on = MONDAY + timedelta(days=n)
        live(on, what_came)
        if not on.weekday():
            for line in EACH_WEEK:
                answer(line, on)
    on = MONDAY + timedelta(days=DAYS)
    (folder / "rhythm.toml").write_text(answer("playbook show")["toml"])
    told = {"folder": folder, "samples": SAMPLES}
    touch = answer('person show "Ann Lee"', on)["touches"][-1]["touch_id"]
    all_of(SETTING_UP, on, touch=touch, **told)
    merged = answer('merge "Jo Testa" "Joe Testa"', on)
    answer(f"merge --undo {merged['merge_id']}", on)
    all_of(REFUSED, on, **told)
    all_of(AT_LAST, on, **told)


if __name__ == "__main__":
    play(Path(sys.argv[1]))
