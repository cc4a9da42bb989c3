"""What a line about a meeting leaves behind: its occasion with the tie, the whole of it in the
thread."""

from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.outreach.models import Touch
from firststep.steps.people.models import Tie
from firststep.verbs.told.log import log


def test_only_the_occasion_is_how_they_know_each_other_and_the_line_is_kept(
    ada: Campaign, stamp: Stamp
) -> None:
    line = "Met Ria Num (Acme) at a fair, she will send me the job ad"
    log(ada, stamp=stamp, line=line)
    assert (Tie.objects.get().kind, Tie.objects.get().how) == ("met", "at a fair")
    assert Touch.objects.get().text == line


def test_a_line_without_an_occasion_leaves_none(ada: Campaign, stamp: Stamp) -> None:
    log(ada, stamp=stamp, line="Met Ria Num (Acme)")
    assert Tie.objects.get().how == ""
    assert Touch.objects.get().text == "Met Ria Num (Acme)"
