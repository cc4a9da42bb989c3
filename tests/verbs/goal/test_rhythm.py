"""What the seeker tells the plan: it is kept, refused in words, hers alone, and undone."""

from datetime import date

import pytest

from firststep.errors import CannotDo
from firststep.facts.playbook import DEFAULT
from firststep.journal.actions import Stamp
from firststep.plan.playbook.file import read_playbook
from firststep.plan.shown import plan_on
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Person
from firststep.verbs.goal import rhythm as settings
from firststep.verbs.safety.undo import undo

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 11, 24)
STAMP = Stamp(on=TUESDAY)


def test_a_changed_playbook_changes_the_plan_and_undo_brings_the_old_one_back(
    ada: Campaign, ann: Person
) -> None:
    assert plan_on(ada, TUESDAY).plan.cards
    settings.set_playbook(ada, stamp=STAMP, key="minutes.write", value="30")
    settings.set_playbook(ada, stamp=STAMP, key="write_known_minutes", value="20")
    assert plan_on(ada, TUESDAY).plan.cards[0].minutes == 20
    undo(ada, stamp=STAMP)
    assert plan_on(ada, TUESDAY).plan.cards[0].minutes == 6
    ada.refresh_from_db()
    assert read_playbook(ada.playbook).minutes["write"] == 30


def test_a_wrong_setting_writes_nothing(ada: Campaign) -> None:
    before = ada.entries.count()
    with pytest.raises(CannotDo, match="cards may be 1 to 8"):
        settings.set_playbook(ada, stamp=STAMP, key="cards", value="80")
    with pytest.raises(CannotDo, match="lunch"):
        settings.load_playbook(ada, stamp=STAMP, text="cards = 5\nlunch = 1")
    ada.refresh_from_db()
    assert (ada.playbook, ada.entries.count()) == ("", before)


def test_reset_goes_back_to_the_default(ada: Campaign) -> None:
    settings.use_playbook(ada, stamp=STAMP, name="two-hour")
    assert read_playbook(ada.playbook).name == "two-hour"
    assert settings.reset_playbook(ada, stamp=STAMP) == DEFAULT


def test_nothing_is_shown_on_days_away(ada: Campaign, ann: Person) -> None:
    settings.go_away(ada, stamp=STAMP, first=TUESDAY, last=date(2026, 11, 25))
    assert plan_on(ada, TUESDAY).plan.day_off
    assert not plan_on(ada, date(2026, 11, 26)).plan.day_off
    settings.go_away(ada, stamp=STAMP, first=TUESDAY, last=date(2026, 11, 25), drop=True)
    assert not plan_on(ada, TUESDAY).plan.day_off


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2026, 12, 2), date(2026, 12, 1)), (date(2026, 1, 1), date(2028, 1, 1))],
)
def test_days_away_in_the_wrong_order_or_over_a_year_are_refused(
    ada: Campaign, first: date, last: date
) -> None:
    with pytest.raises(CannotDo):
        settings.go_away(ada, stamp=STAMP, first=first, last=last)


def test_somebody_kept_in_touch_with_comes_up(ada: Campaign, ann: Person) -> None:
    settings.keep_in_touch(ada, stamp=STAMP, person=f"p{ann.pk}", every="monthly")
    assert "keep_in_touch" in [card.kind for card in plan_on(ada, TUESDAY).plan.showable]
    settings.keep_in_touch(ada, stamp=STAMP, person=f"p{ann.pk}", every="never")
    assert "keep_in_touch" not in [card.kind for card in plan_on(ada, TUESDAY).plan.showable]
    with pytest.raises(CannotDo, match="weekly"):
        settings.keep_in_touch(ada, stamp=STAMP, person=f"p{ann.pk}", every="hourly")


def test_ben_cannot_keep_in_touch_with_adas_people(ben: Campaign, ann: Person) -> None:
    with pytest.raises(CannotDo):
        settings.keep_in_touch(ben, stamp=STAMP, person=f"p{ann.pk}", every="weekly")
