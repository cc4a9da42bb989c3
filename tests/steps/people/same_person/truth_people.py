"""Invented address books with known doubles: who of them is one person, and who only a namesake.

Errors as they come: a quarter another address or phone, a fifth a pet name or an initial, 15% each
a changed surname, accents or other letters, another employer, and a tenth swapped names; and three
in ten of the planted pairs are different people of the same name. Some households share a mailbox,
some offices a number. Its pet names are its own list, not the program's.
"""

from dataclasses import dataclass, field
from random import Random

from firststep.steps.people.same_person.duplicates import Known, Pair, duplicates

ERRORS = ("way", "short", "surname", "letters", "employer", "swapped")
MIX = (25, 20, 15, 15, 15, 10)
NAMESAKES = 0.3

GIVEN = """
Aaron Adela Agnes Alina Amir Anke Arjun Astrid Bruno Camille Carlos Carmen Clara Daan Deniz Edda
Elias Elif Emil Enzo Esther Fatou Felix Femke Fleur Frida Giulia Goran Greta Hugo Ibrahim Ida Ines
Irina Isla Ivan Jana Jasper Joris Julia Kaito Karin Katja Kemal Kofi Laila Lars Lea Lina Luca Lucia
Mads Magda Malik Marek Marta Mateo Mehmet Mina Nadia Naomi Nele Niels Nina Noor Olga Omar Pavel
Pieter Priya Rashid Renata Robin Ruben Sami Sanne Sara Selma Silke Simon Stefan Sven Tamar Tariq
Tessa Uma Vera Viktor Wanda Willem Yara Yasmin Yusuf Zeynep Zofia
""".split()  # noqa: SIM905
FAMILY = """
Aalto Abara Achterberg Adeyemi Alvarez Andersen Antonov Arslan Baker Bakker Bauer Becker Bergman
Bianchi Boateng Bosman Brandt Brouwer Carvalho Castillo Claes Costa Dahl Demir Dijkstra Diallo
Dupont Eriksen Esposito Fischer Fontaine Fuchs Garcia Gerritsen Gomez Grahn Gupta Haddad Hakimi
Hansen Hendriks Herrera Holm Horvat Ibsen Iyer Jansen Kamara Kaplan Keller Khan Kowalski Kramer
Kuiper Laine Lambert Larsen Lehmann Leroy Lindgren Lopes Maas Mahmoud Martens Mendes Molina Moreau
Mulder Murphy Nakamura Navarro Neumann Nowak Okonkwo Olsen Pal Park Patel Peeters Pereira Petrov
Popescu Quist Ramos Reddy Ricci Rivera Romano Rossi Saito Salonen Santos Schouten Sharma Silva
Singh Sokolov Suzuki Svensson Tanaka Torres Vargas Vermeer Virtanen Visser Vogel Wagner Walker
Weber Willems Yamada Yilmaz Zimmermann
""".split()  # noqa: SIM905
PET_NAMES = {
    "Robert": "Bob", "William": "Bill", "Elizabeth": "Liz", "Michael": "Mike", "James": "Jim",
    "Katherine": "Kate", "Thomas": "Tom", "Richard": "Rick", "Margaret": "Peggy", "David": "Dave",
    "Susan": "Sue", "Andreas": "Andi", "Stefanie": "Steffi", "Matthias": "Matze", "Josef": "Sepp",
    "Gabriele": "Gabi", "Wolfgang": "Wolfi", "Susanne": "Susi", "Johannes": "Hannes",
    "Sebastian": "Basti", "Katharina": "Kathi", "Ulrich": "Uli", "Friedrich": "Fritz",
    "Jennifer": "Jenny", "Benjamin": "Ben", "Deborah": "Debbie", "Anthony": "Tony",
    "Timothy": "Tim", "Rebecca": "Becky", "Nicholas": "Nick", "Joachim": "Jochen",
    "Maximilian": "Max", "Theodore": "Ted", "Cornelia": "Conny", "Charles": "Chuck",
}  # fmt: skip
OTHER_LETTERS = (
    ("Jörg", "Joerg"), ("Jürgen", "Juergen"), ("Günther", "Guenther"), ("José", "Jose"),
    ("Zoë", "Zoe"), ("Søren", "Soren"), ("Łukasz", "Lukasz"), ("Björn", "Bjoern"),
    ("Åsa", "Asa"), ("Şule", "Sule"), ("Иван", "Ivan"), ("Мария", "Maria"), ("Юлия", "Julia"),
    ("Siân", "Sian"), ("Anaïs", "Anais"), ("Ömer", "Omer"), ("Дмитрий", "Dmitry"),
)  # fmt: skip
OTHER_SURNAMES = (
    ("Müller", "Mueller"), ("Krämer", "Kraemer"), ("Núñez", "Nunez"), ("Åkesson", "Akesson"),
    ("Wiśniewski", "Wisniewski"), ("Çelik", "Celik"), ("Kjær", "Kjaer"), ("Groß", "Gross"),
    ("Lévêque", "Leveque"), ("Öztürk", "Oeztuerk"), ("Bøe", "Boe"), ("Yıldız", "Yildiz"),
    ("Horváth", "Horvath"), ("Dvořák", "Dvorak"), ("Şahin", "Sahin"),
)  # fmt: skip
CYRILLIC = (("Иванов", "Ivanov"), ("Петров", "Petrov"), ("Щербаков", "Shcherbakov"),
            ("Кузнецов", "Kuznetsov"), ("Жуков", "Zhukov"))  # fmt: skip
CHINESE = (("李 明", "Ming Li"), ("王小红", "Xiaohong Wang"), ("张 伟", "Wei Zhang"),
           ("陈静", "Jing Chen"), ("刘 建国", "Jianguo Liu"))  # fmt: skip
FIRST_WORDS = """
Alder Anvil Beacon Birch Cedar Copper Falcon Flint Garnet Harbour Heron Indigo Juniper Linden Maple
Onyx Osprey Pearl Quarry Raven
""".split()  # noqa: SIM905
SECOND_WORDS = """
Bearings Devices Energy Foods Freight Labs Media Robotics Systems Works
""".split()  # noqa: SIM905
HOUSES = tuple(f"{first} {second}".lower() for first in FIRST_WORDS for second in SECOND_WORDS)
WORK = (
    """
software engineer|data analyst|product manager|project manager|consultant|marketing manager
account executive|recruiter|controller|supply chain planner|logistics coordinator|teacher
quality engineer|mechanical engineer|ux designer|researcher|office manager|legal counsel|plant lead
buyer|category manager|nurse|architect|key account manager|translator|editor|pharmacist|welder
""".strip()
    .replace("\n", "|")
    .split("|")
)


@dataclass(slots=True)
class Book:
    """An address book and the pairs in it that are one person, lower id first."""

    people: list[Known] = field(default_factory=list)
    same: dict[tuple[int, int], str] = field(default_factory=dict)  # pair -> the error


@dataclass(frozen=True, slots=True)
class Figures:
    """How well doubles were found."""

    precision: float
    recall: float
    automatic: int
    automatic_wrong: int


def a_book(seed: int, *, people: int = 1_500, planted: int = 1_000) -> Book:
    """An address book of so many people, and so many planted pairs of doubles and namesakes."""
    return _Maker(Random(seed)).book(people, planted)


def measured(book: Book, found: list[Pair]) -> Figures:
    """What was found, held against the truth."""
    right = [pair for pair in found if (pair.a, pair.b) in book.same]
    sure = [pair for pair in found if pair.sureness == "exact"]
    wrong = [pair for pair in sure if (pair.a, pair.b) not in book.same]
    return Figures(
        len(right) / max(1, len(found)), len(right) / len(book.same), len(sure), len(wrong)
    )


def figures(seed: int) -> Figures:
    book = a_book(seed)
    return measured(book, duplicates(book.people))


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.made = Book()
        self.taken: set[str] = set()

    def book(self, people: int, planted: int) -> Book:
        for _ in range(people):
            self.add(self.somebody())
        self.neighbours(people // 20)
        for _ in range(planted):
            if self.random.random() < NAMESAKES:
                self.namesake()
            else:
                self.double(self.random.choices(ERRORS, MIX)[0])
        self.random.shuffle(self.made.people)
        return self.made

    def add(self, one: Known) -> Known:
        row = one._replace(id=len(self.made.people) + 1)
        self.made.people.append(row)
        return row

    def somebody(self, name: str = "") -> Known:
        any_of, chance = self.random.choice, self.random.random
        name = name or f"{any_of(GIVEN)} {any_of(FAMILY)}"
        house = any_of(HOUSES)
        return Known(
            0,
            name,
            linkedin=self.slug(name) if chance() < 0.6 else "",
            emails=tuple(
                mail
                for mail, share in ((self.mail(name, house), 0.4), (self.mail(name, ""), 0.5))
                if chance() < share
            ),
            phones=(self.phone(),) if chance() < 0.6 else (),
            employers=(house,),
            titles=(any_of(WORK),) if chance() < 0.85 else (),
        )

    def slug(self, name: str) -> str:
        return f"{name.lower().replace(' ', '-')}-{self.random.randrange(16**6):06x}"

    def mail(self, name: str, house: str) -> str:
        """A mailbox nobody else has."""
        local = name.lower().replace(" ", ".")
        at = f"{house.replace(' ', '-')}.example" if house else "post.example"
        number = "" if house else str(self.random.randrange(10_000))
        while f"{local}{number}@{at}" in self.taken:
            number = str(self.random.randrange(100_000))
        self.taken.add(f"{local}{number}@{at}")
        return f"{local}{number}@{at}"

    def phone(self) -> str:
        return f"+4930{self.random.randrange(10**7, 10**8)}"

    def neighbours(self, many: int) -> None:
        """Couples with one mailbox, father and son with one phone, offices with one number."""
        any_of = self.random.choice
        for _ in range(many):
            one, family = self.somebody(), any_of(FAMILY)
            first, second = self.random.sample(GIVEN, 2)
            home = (f"{family.lower()}{self.random.randrange(9_999)}@post.example",)
            self.add(one._replace(name=f"{first} {family}", emails=home))
            self.add(self.somebody(f"{second} {family}")._replace(emails=home))
        for _ in range(many // 3):
            name, line = f"{any_of(GIVEN)} {any_of(FAMILY)}", (self.phone(),)
            self.add(self.somebody(f"{name} Sr.")._replace(phones=line))
            self.add(self.somebody(f"{name} Jr.")._replace(phones=line))
        for _ in range(many // 3):
            house, line = any_of(HOUSES), (self.phone(),)
            for _ in range(4):
                one = self.somebody()._replace(employers=(house,), phones=line)
                self.add(one._replace(emails=(f"info@{house.replace(' ', '-')}.example",)))

    def namesake(self) -> None:
        """Somebody else of the same name; one in twelve even at the same employer."""
        one = self.random.choice(self.made.people)
        other = self.somebody(one.name)
        if self.random.random() < 1 / 12:
            other = other._replace(employers=one.employers)
        self.add(other)

    def double(self, error: str) -> None:
        one, other = getattr(self, f"by_{error}")()
        one = self.add(one)
        other = self.add(self.thinner(other))
        self.made.same[one.id, other.id] = error

    def thinner(self, one: Known) -> Known:
        """As another file tells of somebody: one fact in four is not in it."""
        kept = one._replace(
            linkedin="",
            **{
                part: getattr(one, part) if self.random.random() < 0.75 else ()
                for part in ("emails", "phones", "employers", "titles")
            },
        )
        return kept if kept.emails or kept.phones or kept.employers else one._replace(linkedin="")

    def reachable(self, name: str = "") -> Known:
        """Somebody with a private address or a phone."""
        one = self.somebody(name)
        if not one.phones and self.random.random() < 0.5:
            return one._replace(phones=(self.phone(),))
        return one if one.phones else one._replace(emails=(self.mail(one.name, ""),))

    def by_way(self) -> tuple[Known, Known]:
        one = self.reachable()
        if self.random.random() < 0.5:
            return one, one._replace(emails=(self.mail(one.name, ""),), phones=one.phones[:0])
        return one, one._replace(phones=(self.phone(),), emails=one.emails[:0])

    def by_short(self) -> tuple[Known, Known]:
        if self.random.random() < 0.3:
            one = self.reachable()
            given, _, family = one.name.partition(" ")
            return one, one._replace(name=f"{given[0]}. {family}")
        given = self.random.choice(list(PET_NAMES))
        family = self.random.choice(FAMILY)
        one = self.reachable(f"{given} {family}")
        return one, one._replace(name=f"{PET_NAMES[given]} {family}")

    def by_surname(self) -> tuple[Known, Known]:
        one = self.reachable()
        given, _, family = one.name.partition(" ")
        new = self.random.choice([other for other in FAMILY if other != family])
        if self.random.random() < 0.3:
            new = f"{family}-{new}"
        return one, one._replace(name=f"{given} {new}")

    def by_letters(self) -> tuple[Known, Known]:
        kind = self.random.random()
        if kind < 0.15:
            written, plain = self.random.choice(CHINESE)
        elif kind < 0.3:
            given = self.random.choice([p for p in OTHER_LETTERS if p[0][0] > "А" and p[0] > "Ё"])
            family = self.random.choice(CYRILLIC)
            written, plain = f"{given[0]} {family[0]}", f"{given[1]} {family[1]}"
        else:
            given = self.random.choice([p for p in OTHER_LETTERS if p[0] < "Ё"])
            family = self.random.choice(OTHER_SURNAMES)
            written, plain = f"{given[0]} {family[0]}", f"{given[1]} {family[1]}"
        one = self.reachable(plain)
        return one, one._replace(name=written)

    def by_employer(self) -> tuple[Known, Known]:
        one = self.reachable()
        house = self.random.choice(HOUSES)
        return one, one._replace(
            employers=(house,), titles=(self.random.choice(WORK),), linkedin=""
        )

    def by_swapped(self) -> tuple[Known, Known]:
        one = self.reachable()
        given, _, family = one.name.partition(" ")
        return one, one._replace(name=f"{family} {given}")
