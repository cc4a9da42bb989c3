"""Whom the seeker has touched is the same, asked alone or with how far everybody came."""

import random

from firststep.learn.funnel import everybody_touched, how_far
from tests.builders import a_line, a_person, a_snapshot, an_approach, working

KINDS = ("write", "nudge", "bounced", "no_answer", "voicemail", "yes", "held", "out_of_office",
         "invite", "accepted", "met")  # fmt: skip


def test_whoever_was_touched_is_the_same_asked_alone() -> None:
    for seed in range(40):
        drawn = random.Random(seed)
        people = [a_person(n, f"P{n}") for n in range(1, 8)]
        approaches = [
            an_approach(
                n,
                drawn.choice(people),
                *(
                    a_line(drawn.choice(KINDS), working(day), day + 1)
                    for day in range(drawn.randrange(5))
                ),
            )
            for n in range(1, 12)
        ]
        picture = a_snapshot(people=people, approaches=approaches)
        for day in (0, 2, 9):
            assert (
                everybody_touched(picture, working(day)) == how_far(picture, working(day)).touched
            )
