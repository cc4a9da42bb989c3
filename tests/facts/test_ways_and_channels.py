"""By which channel one goes to somebody follows from the ways that are open to them (F21, F33)."""

from datetime import date
from itertools import product

from firststep.facts.channels import usual_channel, written_channel
from firststep.facts.snapshot import PersonFacts


def test_the_channel_is_the_usual_one_of_the_open_ways_whatever_is_known() -> None:
    for emails, phones, linkedin, invited_on in product(
        ((), ("a@b.example",)), ((), ("+49",)), ("", "ann"), (None, date(2026, 11, 2))
    ):
        one = PersonFacts(
            id=1, name="Ann", emails=emails, phones=phones, linkedin=linkedin, invited_on=invited_on
        )

        assert one.usual_channel == usual_channel(one.open_ways)
        assert one.written_channel == written_channel(one.open_ways)
        assert one.has_written_way is (written_channel(one.open_ways) is not None)
