"""Every command answers with the keys scripts rely on."""

import json
from typing import Any

NEXT = {"kind", "due_on", "why"}


def holds(answer: Any, *keys: str) -> None:
    missing = set(keys) - set(answer)
    assert not missing, f"missing {sorted(missing)} in {answer}"


def test_init_answers_with_the_campaign(program: Any) -> None:
    assert set(program.json("init", "--name", "Ada Moreno")) == {"campaign_id"}


def test_goal_answers_with_the_goal(begun: Any) -> None:
    goal = begun.on_day("goal", "--minutes-a-day", "30")

    holds(goal, "goal_id", "role", "department", "places", "stage", "until")
    assert (goal["role"], goal["stage"], goal["places"]) == ("Buyer", "targeting", ["Berlin"])


def test_company_commands_answer_with_the_company(begun: Any) -> None:
    keys = ("company_id", "name", "motivation", "known", "seats", "seats_named", "met", "stage")

    for answer in (
        begun.on_day("company", "add", "Initech"),
        *begun.on_day("company", "list"),
        begun.on_day("company", "edit", "Initech", "--motivation", "4"),
        begun.on_day("stage", "Acme", "interview"),
        begun.on_day("company", "drop", "Initech"),
    ):
        holds(answer, *keys)


def test_the_list_counts_whom_i_know_and_the_seats(begun: Any) -> None:
    acme, globex = begun.on_day("company", "list")

    assert (acme["name"], acme["known"], acme["seats"], acme["seats_named"]) == ("Acme", 1, 1, 0)
    assert (globex["name"], globex["known"], globex["met"]) == ("Globex", 0, 0)


def test_a_seat_answers_with_its_holder(begun: Any) -> None:
    seat = begun.on_day("seat", "Acme", "--is", "Ann Lee")

    holds(seat, "seat_id", "title", "company", "holder")
    assert (seat["title"], seat["holder"]) == ("Head of Purchasing", "Ann Lee")


def test_who_answers_with_known_people_and_seats(begun: Any) -> None:
    acme = begun.on_day("who", "Acme")

    holds(acme, "company", "known", "seats")
    holds(acme["known"][0], "person_id", "name", "title", "current", "tie", "sureness", "why")
    holds(acme["seats"][0], "seat_id", "title", "holder", "proposed", "search_links")
    assert (acme["known"][0]["tie"], acme["known"][0]["sureness"]) == ("close", "exact")


def test_who_tells_recruiters_peers_and_who_sits_in_the_department(begun: Any) -> None:
    for name, title in (
        ("Rex Orr", "Talent Acquisition Partner"),
        ("Ida Berg", "Personalreferentin"),
        ("Bea Fox", "Senior Buyer"),
        ("Dan Roe", "Procurement Analyst"),
    ):
        begun.on_day("person", "add", name, "--company", "Acme", "--title", title)
    begun.on_day("person", "add", "Ulf Kim", "--company", "Acme", "--title", "Recruiter")
    begun.on_day("do-not-contact", "Ulf Kim")

    acme = begun.on_day("who", "Acme")
    said = begun("who", "Acme").out

    parts = {one["name"]: (one["part"], one["part_sureness"]) for one in acme["known"]}
    assert parts == {
        "Ann Lee": (None, None),
        "Rex Orr": ("recruits", "exact"),
        "Ida Berg": ("recruits", "strong"),
        "Bea Fox": ("peer", "exact"),
        "Dan Roe": ("in_department", "exact"),
        "Ulf Kim": ("recruits", "exact"),
    }
    assert [one["name"] for one in acme["recruiters"]] == ["Ida Berg", "Rex Orr"]
    holds(acme["recruiters"][0], "person_id", "name", "title", "sureness", "why")
    assert acme["recruiters"][0]["why"] == 'Their title is "Personalreferentin".'
    for words in (
        "Named, and not known to you:",
        "Recruits; works at Acme.",
        "Does the work you look for;",
        "Works in the department;",
    ):
        assert words in said


def test_who_recruited_there_once_recruits_there_no_more(begun: Any) -> None:
    begun.on_day("person", "add", "Rex Orr")
    begun.on_day("position", "Rex Orr", "--company", "Acme", "--title", "Recruiter",
                 "--to", "2020-01-31")  # fmt: skip

    acme = begun.on_day("who", "Acme")

    assert acme["recruiters"] == []
    assert [one["part"] for one in acme["known"]] == [None, None]


def test_who_says_what_to_do_where_nobody_is_known(begun: Any) -> None:
    said = begun("who").out

    assert "nobody yet; find the Head of Purchasing" in said
    assert 'firststep who "Globex"' in said


def test_who_without_a_company_has_a_row_for_every_target(begun: Any) -> None:
    rows = begun.on_day("who")

    assert [row["company"] for row in rows] == ["Acme", "Globex"]
    assert rows[1]["known"] == []


def test_a_seat_without_a_name_proposes_whoever_runs_the_department(begun: Any) -> None:
    begun.on_day("person", "add", "Dana Whitlock", "--company", "Globex",
                 "--title", "Director of Purchasing")  # fmt: skip

    (seat,) = begun.on_day("who", "Globex")["seats"]

    assert [one["name"] for one in seat["proposed"]] == ["Dana Whitlock"]
    assert set(seat["proposed"][0]) >= {"person_id", "name", "why"}


def test_links_are_offered_to_be_opened(begun: Any) -> None:
    (seat,) = begun.on_day("who", "Globex")["seats"]

    assert seat["search_links"][0].startswith("https://www.linkedin.com/search/results/people/")


def test_a_person_is_shown_with_all_that_was_between_us(begun: Any) -> None:
    begun.on_day("sent", "Ann Lee")

    ann = begun.on_day("person", "show", "ann lee")

    holds(ann, "person_id", "name", "ties", "positions", "approaches", "touches", "favours")
    assert [touch["kind"] for touch in ann["touches"]] == ["write"]
    assert ann["ties"][0]["kind"] == "close"


def test_a_position_and_a_touch_can_be_corrected(begun: Any) -> None:
    touch = begun.on_day("sent", "Ann Lee")["touch_id"]

    position = begun.on_day("position", "Ann Lee", "--company", "Globex", "--to", "2020-01-31")
    moved = begun.json("touch", str(touch), "--on", "2026-11-20")

    holds(position, "position_id", "company", "title", "from", "to")
    assert (moved["touch_id"], moved["on"]) == (touch, "2026-11-20")


def test_a_tie_answers_with_its_number(begun: Any) -> None:
    holds(begun.on_day("tie", "Ann Lee", "--kind", "known"), "tie_id")


def test_do_not_contact_answers_with_the_person(begun: Any) -> None:
    assert begun.on_day("do-not-contact", "Ann Lee")["do_not_contact"] is True
    assert begun.on_day("do-not-contact", "Ann Lee", "--lift")["do_not_contact"] is False


def test_today_answers_with_cards_and_what_waits(begun: Any) -> None:
    today = begun.on_day("today")

    holds(today, "on", "cards", "waiting", "rolled_over", "done_for_today")
    card, name_to_find = today["cards"]
    holds(card, "kind", "approach_id", "state", "person_id", "name", "company", "seat",
          "channel", "ask", "due_on", "minutes", "why")  # fmt: skip
    assert (card["kind"], card["state"], card["name"]) == ("write", "proposed", "Ann Lee")
    assert card["approach_id"] == f"p{card['person_id']}"
    assert (name_to_find["kind"], name_to_find["approach_id"]) == ("find_name", None)
    for one in today["waiting"]:
        holds(one, "approach_id", "person_id", "name", "company", "kind", "due_on", "why")


def test_a_path_tells_its_chance_with_its_range(begun: Any) -> None:
    best = begun.on_day("path", _seat_of(begun, "Acme"))[0]

    assert set(best) >= {"via", "kind", "channel", "chance", "why", "blocked_until"}
    assert set(best["chance"]) == {"mean", "low", "high", "n"}
    assert best["via"] == ["Ann Lee"]


def test_ask_and_draft_answer(begun: Any) -> None:
    asked = begun.on_day("ask", "Ann Lee", "introduction", "--for", "Acme, Head of Purchasing")
    draft = begun.on_day("draft", str(asked["approach_id"]))

    assert asked["state"] == "open"
    holds(draft, "subject", "body", "blanks", "findings")
    assert draft["blanks"]


def test_a_draft_names_the_wordings_it_may_be_written_in(begun: Any) -> None:
    begun.on_day("sent", "Ann Lee")
    begun.on = "2026-12-02"
    draft = begun.on_day("draft", "Ann Lee")
    assert len(draft["wordings"]) > 1

    first, second = draft["wordings"][:2]
    other = begun.on_day("draft", "Ann Lee", "--wording", second)
    said = begun("draft", "Ann Lee", "--on", begun.on).out

    assert (draft["wording"], other["wording"]) == (first, second)
    assert other["body"] != draft["body"]
    assert f"--wording {second}" in " ".join(said.split())
    assert f"--wording {first} " not in f"{' '.join(said.split())} ".replace(". ", " ")


def test_sent_call_and_reply_answer_with_the_next_step(begun: Any) -> None:
    sent = begun.on_day("sent", "Ann Lee")
    begun.on = "2026-11-24"
    named = ("--to", "Sam Lee, Head of Purchasing, Acme", "--phone", "+49 30 5550 1234")
    reply = begun.on_day("reply", str(sent["approach_id"]), "refers", *named)
    sam = reply["created"]
    called = begun.on_day("call", str(sam["approach_id"]), "--outcome", "no_answer")

    holds(sent, "touch_id", "approach_id", "next")
    assert set(sent["next"]) == NEXT
    assert set(sam) == {"person_id", "approach_id"}
    assert called["touch_id"] is None
    holds(called, "approach_id", "next")


def test_meeting_and_talked_answer(begun: Any) -> None:
    sent = begun.on_day("ask", "Ann Lee", "advice")
    ref = str(sent["approach_id"])
    begun.on_day("sent", ref)
    begun.on_day("reply", ref, "yes")
    meeting = begun.on_day("meeting", ref, "--at", "2026-11-25 14:30", "--how", "video")
    begun.on = "2026-11-25"
    talked = begun.on_day("talked", ref, "--next", "Sam Lee, Operations, Acme", "--can", "refer")
    thanked = begun.on_day("thank", "Ann Lee")

    holds(meeting, "meeting_id", "next")
    holds(talked, "meeting_id", "created", "next")
    assert [set(one) for one in talked["created"]] == [{"person_id", "approach_id"}]
    holds(thanked, "touch_id", "next")


def test_heard_answers(begun: Any) -> None:
    begun.on_day("sent", "Ann Lee")
    text = "Happy to talk. Tuesday 1 December at 10 works for me."
    heard = begun.on_day("heard", "Ann Lee", "--text", text)
    listed = begun.on_day("heard", "list")
    confirmed = begun.on_day("heard", "confirm", str(heard["heard_id"]))
    again = begun.on_day("heard", "Ann Lee", "--text", "No, sorry.")
    begun.on_day("heard", "dismiss", str(again["heard_id"]))

    holds(heard, "heard_id", "approach_id", "person_id", "automatic", "proposals", "next_draft")
    holds(heard["proposals"][0], "kind", "until", "at", "to", "sentence", "sure")
    holds(heard["next_draft"], "subject", "body", "blanks")
    assert [one["heard_id"] for one in listed] == [heard["heard_id"]]
    holds(confirmed, "touch_id", "approach_id", "created", "next", "next_draft")
    assert begun.on_day("heard", "list") == []


def test_snooze_and_close_answer(begun: Any) -> None:
    ann = begun.on_day("today")["cards"][0]["approach_id"]
    snoozed = begun.on_day("snooze", ann, "2026-12-01")
    closed = begun.on_day("close", ann, "--why", "She moved away")

    assert set(snoozed) >= {"approach_id", "next"}
    assert set(closed) >= {"approach_id", "next"}


def test_undo_takes_back_whatever_was_newest(begun: Any) -> None:
    before = begun.on_day("today")
    begun.on_day("sent", "Ann Lee")
    undone = begun.on_day("undo")

    assert set(undone["undone"]) == {"verb", "on", "words"}
    assert undone["undone"]["words"] == "You wrote to Ann Lee."
    assert begun.on_day("today") == before


def test_progress_answers_with_its_figures(begun: Any) -> None:
    begun.on_day("sent", "Ann Lee")
    progress = begun.on_day("progress")

    holds(progress, "people_touched", "friends", "insiders", "decision_makers", "funnel",
          "rates", "follow_up", "forecast")  # fmt: skip
    assert progress["people_touched"] == progress["insiders"] == 1
    assert [one["stage"] for one in progress["funnel"]] == [
        "touched", "answered", "agreed", "talked", "interview", "job_offer"
    ]  # fmt: skip
    holds(progress["rates"][0], "of", "n", "yes", "mean", "low", "high", "prior")
    assert set(progress["follow_up"]) == {"due", "in_time", "rate"}
    assert set(progress["forecast"]["more_people"]) == {"median", "low", "high"}
    assert set(progress["forecast"]["by"]) == {"median", "low", "high"}


def test_log_shows_what_it_understood_and_what_it_wrote(begun: Any) -> None:
    answer = begun.on_day("log", "Wrote to Ann Lee", "--yes")

    holds(answer, "understood", "written", "entries", "question", "next")
    (one,) = answer["understood"]
    holds(one, "do", "who", "approach_id", "answer", "on", "until", "at", "channel", "outcome",
          "to", "company", "note", "sure")  # fmt: skip
    assert (one["do"], one["who"]["name"], one["sure"]) == ("sent", "Ann Lee", "sure")
    assert (answer["written"], answer["question"], len(answer["entries"])) == (True, None, 1)


def test_log_without_yes_writes_nothing_and_says_what_it_would(begun: Any) -> None:
    answer = begun.on_day("log", "Wrote to Ann Lee, no answer from her yet")

    assert (answer["written"], answer["entries"]) == (False, [])


def test_log_asks_with_what_was_understood_so_far_and_writes_nothing(begun: Any) -> None:
    ended = begun(
        "log", "Wrote to Ann Lee, then called Ann Lee", "--yes", "--json", "--on", begun.on
    )

    answer = json.loads(ended.out)
    assert (ended.code, answer["kind"]) == (1, "ambiguous")
    assert [one["sure"] for one in answer["understood"]] == ["sure", "ask"]
    assert answer["question"] in answer["error"]
    assert begun.on_day("progress")["people_touched"] == 0


def test_the_same_question_is_answered_alike(begun: Any) -> None:
    for question in ("today", "who", "company list", "progress"):
        assert begun.on_day(*question.split()) == begun.on_day(*question.split())


def test_doctor_says_what_it_found(begun: Any) -> None:
    found = begun.json("doctor")

    holds(found, "ok", "checks", "sqlite_version", "journal_mode", "counts", "schema_version")
    assert found["counts"]["targets"] == 2


def _seat_of(program: Any, company: str) -> str:
    return f"s{program.on_day('who', company)['seats'][0]['seat_id']}"
