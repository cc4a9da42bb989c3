"""Openings at the terminal: who could refer one there, and whom one asked."""

from typing import Any


def test_who_could_refer_one_is_told_with_whether_they_were_asked(begun: Any) -> None:
    begun.on_day("person", "add", "Bob Ray", "--company", "Acme", "--tie", "dormant")
    begun.on_day("person", "add", "Cem Gone", "--company", "Globex", "--tie", "known")
    begun.on_day("person", "add", "Dana Strange", "--company", "Acme")
    made = begun.on_day("opening", "Acme", "--role", "Buyer")
    assert [(one["name"], one["asked"]) for one in made["referrers"]] == [
        ("Ann Lee", False), ("Bob Ray", False),
    ]  # fmt: skip
    assert (made["company"], made["seen_on"], made["applied_on"]) == ("Acme", begun.on, None)

    begun.on_day("ask", "Ann Lee", "referral")
    assert not begun.on_day("opening", "Acme", "--applied", begun.on)["referrers"][0]["asked"]
    begun.on_day("sent", "Ann Lee")
    told = begun("opening", "Acme", "--link", "https://acme.example/7", "--on", begun.on).out
    assert "Ann Lee  asked" in told and "Bob Ray  not asked yet" in told
    assert "https://acme.example/7" in told
