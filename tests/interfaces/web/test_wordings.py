"""The wordings on the site: read by occasion, changed with a look, offered at each step."""

import re
from typing import TYPE_CHECKING, get_args

import pytest

from firststep.facts.step_kinds import STEP_KINDS, WordedFor
from firststep.interfaces.web.pages.wordings import ELSE, OCCASIONS
from firststep.journal.models import Entry
from firststep.steps.outreach.models import ChosenWording, Message, OwnWording
from firststep.steps.outreach.wordings.own import shipped
from tests.interfaces.web.reading import Page, Reader

if TYPE_CHECKING:
    from firststep.steps.goal.models import Campaign
    from firststep.steps.people.models import Person

ALL = "/settings/wordings"
TEXT = """title: Mine & yours
kinds: write
routes: known
forms: letter
subject: Hello {first}
---
Hi {first},

This is <b>mine</b>.

Best,
{signature}"""


def keep(reader: Reader, name: str, text: str, *, to: str = "keep") -> Page:
    """The page after that text was sent from it."""
    page = reader.open(f"{ALL}/{name}")
    form = page.form(f"{ALL}/{name}/keep").fields
    return reader.post(f"{ALL}/{name}/{to}", form | {"text": text})


def area(page: Page) -> str:
    form = next(form for form in page.parsed.found if "text" in form.fields)
    return form.fields["text"].lstrip("\n")


def test_all_are_listed_under_settings_by_occasion(reader: Reader, ada: "Campaign") -> None:
    assert ALL in reader.open("/settings").parsed.links
    page = reader.open(ALL)

    for name, one in shipped().items():
        assert f"{ALL}/{name}" in page.parsed.links
        assert one.title.replace("'", "&#x27;") in page.text
    assert "<h2>A first note</h2>" in page.text
    assert "Anything else" not in page.text


def test_one_is_read_with_how_it_reads_to_the_first_it_fits(
    reader: Reader, ada: "Campaign", ann: "Person"
) -> None:
    page = reader.open(f"{ALL}/known")
    seldom = reader.open(f"{ALL}/report-back")

    assert area(page).startswith("title: ")
    assert "To Ann Lee, a step of today." in page.text
    assert "Hi Ann," in page.text
    assert "To somebody invented." in seldom.text
    assert "{first}" in page.text
    assert "{{" not in page.text


def test_one_is_changed_and_put_back(reader: Reader, ada: "Campaign", ann: "Person") -> None:
    page = keep(reader, "known", TEXT)

    assert "You changed the wording known." in page.text
    assert area(page) == TEXT
    assert "This is &lt;b&gt;mine&lt;/b&gt;." in page.text
    assert "<b>mine</b>" not in page.text
    assert "changed by you" in reader.open(ALL).text
    back = reader.send(page, f"{ALL}/known/reset")
    assert "You put the wording known back as it came." in back.text
    assert not OwnWording.objects.exists()


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        (TEXT.replace("{first},", "{frist},"), "Line 7", "Hi {frist},"),
        (TEXT + "\n{contact.owner.password}", "Line 13", "{contact.owner.password}"),
        (TEXT.replace("kinds: write", "kinds: wriet"), "Line 2", "kinds: wriet"),
        ("a" * 9_000, "9,000 characters", ""),
        ("a" * 1_000_000, "Shorten it", ""),
        ("", "Line 1", ""),
    ],
)
def test_a_refusal_stands_beside_the_text_as_it_was_typed(
    reader: Reader, ada: "Campaign", text: str, said: str, line: str
) -> None:
    page = keep(reader, "known", text)

    assert page.status == 400
    assert said in page.text
    assert f"<code>{line}" in page.text
    assert area(page) == text[:16_000]
    assert 'aria-invalid="true"' in page.text
    assert not OwnWording.objects.exists()
    assert not Entry.objects.exists()


def test_a_slip_is_answered_with_what_was_meant_perhaps(reader: Reader, ada: "Campaign") -> None:
    assert "Did you mean first?" in keep(reader, "known", TEXT.replace("{first}", "{frist}")).text


def test_a_look_keeps_nothing(reader: Reader, ada: "Campaign", ann: "Person") -> None:
    page = keep(reader, "known", TEXT.replace("Best,", "Yours,"), to="look")

    assert "Yours,<br>Ada Moreno" in page.text.replace("\n", "<br>") or "Yours," in page.text
    assert area(page) == TEXT.replace("Best,", "Yours,")
    assert "To Ann Lee" in page.text
    assert not OwnWording.objects.exists()
    assert not Entry.objects.exists()
    assert keep(reader, "known", "nonsense", to="look").status == 400


def test_what_it_shares_with_others_can_be_written_out_and_reads_the_same(
    reader: Reader, ada: "Campaign", ann: "Person"
) -> None:
    page = reader.open(f"{ALL}/known")
    form = page.form(f"{ALL}/known/keep").fields

    out = reader.post(f"{ALL}/known/look", form | {"write_out": "1"})

    assert "{greeting}" in area(page)
    assert "{greeting}" not in area(out)
    assert "Hi {first}," in area(out)
    assert "\nor: " in area(out)
    assert "Write it out" not in out.text
    said = [re.search(r'(?s)<div class="said">.*?</div>', one.text) for one in (page, out)]
    assert said[0] is not None
    assert said[1] is not None
    assert said[0][0] == said[1][0]
    assert "You changed the wording known." in keep(reader, "known", area(out)).text


def test_one_more_is_written_and_taken_out(reader: Reader, ada: "Campaign", ann: "Person") -> None:
    page = reader.open("/settings/new-wording")
    form = page.form("/settings/new-wording/keep").fields

    refused = reader.post("/settings/new-wording/keep", form | {"name": "a/b", "text": TEXT})
    kept = reader.post("/settings/new-wording/keep", form | {"name": "My Words", "text": TEXT})

    assert "letters and digits" in refused.text
    assert (area(refused), refused.status) == (TEXT, 400)
    assert kept.address == f"{ALL}/my-words"
    assert "Mine &amp; yours" in kept.text
    gone = reader.send(kept, f"{ALL}/my-words/reset")
    assert gone.address == ALL
    assert reader.open(f"{ALL}/my-words").status == 404


def test_what_a_new_one_begins_with_can_be_kept(reader: Reader, ada: "Campaign") -> None:
    form = reader.open("/settings/new-wording").form("/settings/new-wording/keep").fields

    assert reader.post("/settings/new-wording/keep", form | {"name": "mine"}).status == 200


def test_a_page_drawn_before_a_newer_text_is_told_so(reader: Reader, ada: "Campaign") -> None:
    old = reader.open(f"{ALL}/known").form(f"{ALL}/known/keep").fields
    keep(reader, "known", TEXT)

    page = reader.post(f"{ALL}/known/keep", old | {"text": TEXT + "\nLate."})

    assert page.status == 409
    assert "Late." in page.text
    assert OwnWording.objects.get().text == TEXT


def test_ben_does_not_see_adas(reader: Reader, ada: "Campaign", ben: "Campaign") -> None:
    from firststep.journal.actions import Stamp
    from firststep.verbs.thread.wordings import add_wording
    from tests.cast import MONDAY

    add_wording(ben, stamp=Stamp(on=MONDAY), name="bens-own", text=TEXT)

    assert "bens-own" not in reader.open(ALL).text
    assert reader.open(f"{ALL}/bens-own").status == 404


def test_the_sheet_of_a_step_offers_other_words_and_remembers_which_were_sent(
    reader: Reader, ada: "Campaign", ann: "Person"
) -> None:
    at = f"/touch/p{ann.pk}"
    first = reader.open(at)
    other = next(link for link in first.parsed.links if "wording=known-short" in link)

    page = reader.open(f"{at}{other}")
    form = page.form(f"{at}/sent").fields
    reader.post(f"{at}/sent", form)

    assert form["text"] != first.form(f"{at}/sent").fields["text"]
    assert form["wording"] == "known-short"
    assert "wording" not in first.form(f"{at}/sent").fields
    assert ChosenWording.objects.get().wording == "known-short"


def test_a_draft_kept_in_other_words_stays_so(
    reader: Reader, ada: "Campaign", ann: "Person"
) -> None:
    at = f"/touch/p{ann.pk}"
    form = reader.open(f"{at}?tab=message&wording=known-short").form(f"{at}/sent").fields
    reader.post(f"{at}/message", form)

    assert Message.objects.get().wording == "known-short"
    again = reader.open(f"{at}?tab=message&fresh=1")
    assert "wording=known-short" not in "".join(again.parsed.links)


def test_words_that_are_none_of_this_step_are_passed_over(
    reader: Reader, ada: "Campaign", ann: "Person"
) -> None:
    at = f"/touch/p{ann.pk}"
    usual = reader.open(at).form(f"{at}/sent").fields["text"]

    for wrong in ("thanks-after-no", "../x", "{first}"):
        form = reader.open(f"{at}?tab=message&wording={wrong}").form(f"{at}/sent").fields
        assert (form["text"], form.get("wording")) == (usual, None)


def test_whatever_is_worded_has_an_occasion_and_each_occasion_its_heading() -> None:
    for kind in STEP_KINDS:
        assert kind.is_worded == (kind.occasion is not None), kind.name
    assert get_args(WordedFor) == OCCASIONS and ELSE not in OCCASIONS
