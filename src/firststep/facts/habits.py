"""What the habits keep, as every decision sees it. Light to import: commands read it. Pure."""

from datetime import date, time
from typing import Literal, NamedTuple, get_args

FavourWay = Literal["given", "received"]
PromiseWhose = Literal["mine", "theirs"]
OfferTo = Literal["me", "class"]
# What a talk taught: what stayed with the seeker, the pay, the way in, what is read first.
LessonAbout = Literal["stayed", "pay", "way_in", "read_first"]

FAVOUR_WAYS: tuple[FavourWay, ...] = get_args(FavourWay)
PROMISE_WHOSE: tuple[PromiseWhose, ...] = get_args(PromiseWhose)
OFFER_TO: tuple[OfferTo, ...] = get_args(OfferTo)
LESSONS_ABOUT: tuple[LessonAbout, ...] = get_args(LessonAbout)


class FavourFacts(NamedTuple):
    """Help given or received. `id` is None where the log alone tells of it, by `touch_id`.

    Of one received: whether it was thanked for, whether they were told what came of it, whether
    something was given in return. Of one given the first two are the other's to do: None.
    """

    id: int | None
    person_id: int
    way: FavourWay
    what: str
    on: date
    touch_id: int | None = None
    thanked: bool | None = None
    told: bool | None = None
    returned: bool = False
    settled: bool = False
    settled_on: date | None = None

    @property
    def ref(self) -> str:
        """What stands for it where one is meant: its number, else that of its touch."""
        return str(self.id) if self.id is not None else f"t{self.touch_id}"

    @property
    def is_open(self) -> bool:
        """Whether something is left to do for it: thank, tell what came of it, give in return."""
        done = self.thanked and self.told and self.returned
        return self.way == "received" and not self.settled and not done

    def is_owed_on(self, day: date) -> bool:
        """Whether nothing was given in return for it, and it was not left at that before a day."""
        left = self.settled and (self.settled_on is None or self.settled_on < day)
        return self.way == "received" and not self.returned and not left

    @property
    def is_to_return(self) -> bool:
        """Whether it was thanked for, and nothing was given in return yet."""
        done = self.returned or self.settled
        return self.way == "received" and bool(self.thanked) and not done


class OfferFacts(NamedTuple):
    """What a professional offered, in their words."""

    says: str
    to: OfferTo
    made_on: date
    until: date | None = None
    opens_on: date | None = None  # from when it holds, where they named a later day


class LastSaid(NamedTuple):
    """What was said last, as it was kept: of a meeting what it was about, of a talk what stayed,
    else the first words of their answer, or of what was noted."""

    of: Literal["met", "stayed", "text"]
    words: str


class Between(NamedTuple):
    """What somebody and the seeker have besides notes: where they met last and what they talked
    about there, the newest thing said at all with whom one stays in touch, what each promised and
    has not kept yet, their newest offer, and what stayed with the seeker of their last talk."""

    event: str = ""
    event_on: date | None = None
    said: str = ""
    last: LastSaid | None = None
    promised: tuple[str, ...] = ()  # by the seeker
    awaited: tuple[str, ...] = ()  # by them
    offer: OfferFacts | None = None
    stayed: str = ""


class InterviewFacts(NamedTuple):
    """An interview with an employer. `at` is None where only its day is known; `people` are those
    who sit there, as far as they are known."""

    id: int
    company_id: int
    on: date
    at: time | None = None
    held_on: date | None = None
    practised_on: date | None = None
    people: tuple[int, ...] = ()


# What is still open with somebody once the search has ended: a talk they agreed to, something they
# said they would do, a later, an answer owed to them, or words that went to and fro.
LeftOpen = Literal["talk", "promise", "later", "answer", "words"]


class LandedFacts(NamedTuple):
    """Where the seeker landed and when, who had a part in it: each with what they did, "" for
    a talk; and with whom something is open still."""

    company_id: int
    company: str
    on: date
    helped: tuple[tuple[int, str], ...] = ()
    left_open: tuple[tuple[int, LeftOpen], ...] = ()


NOTHING_BETWEEN = Between()
