"""`merge` as scripts see it."""

from typing import Any


def test_merge_lists_pairs_joins_them_and_takes_it_back(begun: Any) -> None:
    ann = begun.on_day("person", "show", "Ann Lee")["person_id"]
    other = begun.on_day("person", "add", "Lee Ann", "--phone", "+49301234567")["person_id"]
    begun.on_day("person", "edit", str(ann), "--phone", "+49301234567")

    (pair,) = begun.on_day("merge", "list")
    assert (pair["a"], pair["b"], pair["sureness"]) == (ann, other, "exact")
    assert pair["why"] == "The same name in another order and the same phone number."

    answer = begun.on_day("merge", str(other), str(ann))
    assert answer["person_id"] == ann
    assert [(one["field"], one["value"], one["takes"]) for one in answer["differed"]] == [
        ("name", "Ann Lee", ann)
    ]
    assert begun.on_day("merge", "list") == []

    back = begun.on_day("merge", "--undo", str(answer["merge_id"]))
    assert back["person_id"] == ann
    assert len(begun.on_day("merge", "list")) == 1

    begun.on_day("merge", str(ann), str(other), "--not")
    assert begun.on_day("merge", "list") == []
