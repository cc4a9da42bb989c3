"""Invented companies as people write them, with known answers: the same house, a part, another.

Three in ten are strangers, many with a word or nearly all letters in common with a target. Branches
and "via acquisition" are questions, so they must never come out as exact or strong.
"""

from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from firststep.steps.goal.companies.matching import Target, TargetIndex

STRANGERS, BRANCHES = 0.3, 0.1
FIRST = """
Alder Anvil Arden Aurora Basalt Beacon Birch Bramble Cedar Chalk Cinder Clover Copper Coral Crane
Elmwood Falcon Fenwick Flint Forge Garnet Glade Granite Harbour Hazel Heron Indigo Ivory Juniper
Kestrel Linden Maple Meridian Northgate Onyx Osprey Pearl Plover Quarry Quartz Raven Rowan Saffron
Silver Slate Spruce Summit Thistle Topaz Umber Veridian Willow Winter Wren Yarrow Zephyr Brückner
Großmann Schäfer Lindström Håkansson Núñez Lefèvre Kowalczyk Petrolux Novatek Infratec Solvento
""".split()  # noqa: SIM905
SECOND = """
Analytics Bearings Biotech Consulting Devices Dynamics Electronics Energy Engineering Foods Freight
Hospital Hydraulics Instruments Insurance Logistics Media Mobility Packaging Pharma Plastics Retail
Robotics Semiconductors Software Studio Systems Telecom Textiles Travel Ventures Works
""".split()  # noqa: SIM905
ENDINGS = ("GmbH", "AG", "Inc.", "LLC", "Ltd", "Ltd.", "Limited", "B.V.", "S.A.", "S.p.A.", "AB",
           "GmbH & Co. KG", "Corp.", "Corporation", "plc", "Pty Ltd", "sp. z o.o.", "SE", "Oy",
           "A/S", "SARL", "SAS", "KG", "Co., Ltd.", "S.r.l.", "Pvt. Ltd.",
           "Aktiengesellschaft", "UG (haftungsbeschränkt)", "GmbH i.G.")  # fmt: skip
PLACES = ("Germany", "UK", "Deutschland", "France", "Ireland", "North America", "Asia", "Schweiz")
KEYS = {"a": "s", "e": "r", "i": "o", "o": "p", "n": "m", "t": "r", "s": "d", "r": "t", "l": "k",
        "c": "v", "d": "f", "u": "i", "m": "n"}  # fmt: skip


class Case(NamedTuple):
    """A written name, and the target it surely is; None: another house, or a question."""

    written: str
    target: int | None
    kind: str


@dataclass(frozen=True, slots=True)
class Figures:
    precision: float
    recall: float


def some_targets(random: Random, many: int) -> list[Target]:
    names = {f"{random.choice(FIRST)} {random.choice(SECOND)}" for _ in range(many * 2)}
    return [Target(i, name) for i, name in enumerate(sorted(names)[:many], start=1)]


def some_cases(
    seed: int, *, targets: int = 300, many: int = 3_000
) -> tuple[list[Target], list[Case]]:
    """Targets, and names as an address book writes them."""
    random = Random(seed)
    known = some_targets(random, targets)
    taken = {target.name for target in known}
    cases = []
    for _ in range(many):
        chance, target = random.random(), random.choice(known)
        if chance < STRANGERS:
            cases.append(Case(_stranger(random, target.name, taken), None, "stranger"))
        elif chance < STRANGERS + BRANCHES:
            cases.append(Case(_branch(random, target.name), None, "branch"))
        else:
            kind = random.choice(list(SAME))
            cases.append(Case(SAME[kind](random, target.name), target.id, kind))
    return known, cases


def measured(targets: list[Target], cases: list[Case]) -> Figures:
    """Exact and strong together, held against the truth."""
    index = TargetIndex(targets)
    sure = right = wanted = 0
    for case in cases:
        match = index.match(case.written)
        wanted += case.target is not None
        if match is not None and match.tier != "weak":
            sure += 1
            right += match.company_id == case.target
    return Figures(right / sure, right / wanted)


def figures(seed: int) -> Figures:
    return measured(*some_cases(seed))


def _suffix(random: Random, name: str) -> str:
    return f"{name}{random.choice((' ', ', '))}{random.choice(ENDINGS)}"


def _letters(random: Random, name: str) -> str:
    plain = name.translate(str.maketrans({"ü": "ue", "ß": "ss", "ä": "ae", "ö": "oe"}))
    return random.choice((name.upper(), name.lower(), f"  {name} ", plain, name.replace(" ", "-")))


def _bracket(random: Random, name: str) -> str:
    short = "".join(word[0] for word in name.split())
    inside = random.choice((short, "Remote", "full-time", "NASDAQ: " + short, name, "Contract"))
    return f"{_suffix(random, name) if random.random() < 0.5 else name} ({inside})"


def _typo(random: Random, name: str) -> str:
    """One slip, never in the first letter: changed places, left out, doubled, the key beside."""
    while True:
        at = random.randrange(1, len(name) - 1)
        if " " in name[at - 1 : at + 2]:
            continue
        kind = random.randrange(4)
        if kind == 0 and name[at] != name[at + 1]:
            slip = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        elif kind == 1:
            slip = name[:at] + name[at + 1 :]
        elif kind == 2:
            slip = name[:at] + name[at] + name[at:]
        else:
            slip = name[:at] + KEYS.get(name[at], name[at]) + name[at + 1 :]
        if slip != name:
            return slip if random.random() < 0.5 else _suffix(random, slip)


def _group(random: Random, name: str) -> str:
    return random.choice(
        (f"The {name} Group", f"{name} Group", f"{name} Holding AG", f"The {name}")
    )


def _order(_random: Random, name: str) -> str:
    first, _, second = name.partition(" ")
    return f"{second} {first}"


def _glued(random: Random, name: str) -> str:
    return _suffix(random, name.replace(" ", ""))


SAME = {"suffix": _suffix, "letters": _letters, "bracket": _bracket, "typo": _typo,
        "group": _group, "order": _order, "glued": _glued}  # fmt: skip


def _branch(random: Random, name: str) -> str:
    place = random.choice(PLACES)
    return random.choice((f"{name} {place}", f"{name} ({place})", f"{name} (via acquisition)",
                          f"{name} {place} GmbH", f"{name} (acquired by Nimbus)",
                          f"{name} AG, {place}", f"{name} Ltd - {random.choice(SECOND)}",
                          f"{name} {random.choice(SECOND)} GmbH", f"Nimbus (now {name})",
                          f"{name} via Nimbus acquisition"))  # fmt: skip


def _stranger(random: Random, name: str, taken: set[str]) -> str:
    first, _, second = name.partition(" ")
    while True:
        other = random.choice((
            f"{first} {random.choice(SECOND)}", f"{random.choice(FIRST)} {second}",
            first, f"{name} Museum", f"Friends of {name}", f"{first} & Partner",
            f"{first}s {second}", f"{first} {second} Bank", f"{first[:-1]} {second}",
            f"{random.choice(FIRST)} {random.choice(FIRST)}", "Self-employed", f"New {name}",
        ))  # fmt: skip
        if other not in taken and other != f"{first[:-1]} {second}":
            return f"{other} {random.choice(ENDINGS)}" if random.random() < 0.4 else other
