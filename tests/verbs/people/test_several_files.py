"""Several files in one import, some of them lists of their own kind whose columns are said."""

import io

import pytest

from firststep.errors import CannotDo
from firststep.journal.actions import Stamp
from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Import
from firststep.verbs.people.import_files import ImportAnswer, import_files

CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ann,Lee,https://www.linkedin.com/in/ann,,Hooli,Buyer,08 Feb 2020\n"
)
OWN_LIST = "Wer,Wo\nMia Berg,Halden\nTom Ode,Acme\n"
DUTCH = "Wie,Waar\nJan Bos,Initech\n"
GUESSED = "Name,Company,E-mail\nDee Fox,Initrode,dee@fox.example\n"


def bring(
    ada: Campaign,
    stamp: Stamp,
    files: dict[str, str],
    *,
    mapping: dict[str, str] | None = None,
    mappings: dict[int, dict[str, str]] | None = None,
) -> ImportAnswer:
    streams = [(name, io.BytesIO(text.encode())) for name, text in files.items()]
    return import_files(ada, stamp=stamp, streams=streams, mapping=mapping, mappings=mappings)


def formats(answer: ImportAnswer) -> list[str]:
    return [file.format for file in answer.files]


def names(ada: Campaign) -> set[str]:
    return set(ada.people.values_list("name", flat=True))


def test_a_mapping_is_for_the_list_nobody_knows_and_the_others_are_read_as_what_they_are(
    ada: Campaign, stamp: Stamp
) -> None:
    files = {"Connections.csv": CONNECTIONS, "own.csv": OWN_LIST}

    answer = bring(ada, stamp, files, mapping={"Wer": "name", "Wo": "company"})

    assert formats(answer) == ["linkedin_connections", "any_list"]
    assert names(ada) == {"Ann Lee", "Mia Berg", "Tom Ode"}
    assert ada.people.get(name="Mia Berg").positions.get().written == "Halden"
    assert Import.objects.filter(campaign=ada).count() == 1


def test_each_list_takes_the_columns_it_has(ada: Campaign, stamp: Stamp) -> None:
    files = {"own.csv": OWN_LIST, "dutch.csv": DUTCH, "guessed.csv": GUESSED}

    bring(ada, stamp, files, mapping={"Wer": "name", "Wie": "name", "Waar": "company"})

    assert names(ada) == {"Mia Berg", "Tom Ode", "Jan Bos", "Dee Fox"}
    assert ada.people.get(name="Jan Bos").positions.get().written == "Initech"


def test_a_list_of_companies_stays_one_unless_a_column_of_it_is_named(
    ada: Campaign, stamp: Stamp
) -> None:
    companies = "company,contact\nHalden,Eve Kim\n"
    files = {"companies.csv": companies, "own.csv": OWN_LIST}

    told = bring(ada, stamp, files, mapping={"Wer": "name"})
    named = bring(ada, stamp, files, mapping={"Wer": "name", "contact": "name"})

    assert formats(told) == ["companies", "any_list"]
    assert formats(named) == ["any_list", "any_list"]


@pytest.mark.parametrize("mapping", [{}, {"Wie": "name"}])
def test_a_list_without_any_column_that_was_named_is_refused_by_name_and_nothing_is_written(
    ada: Campaign, stamp: Stamp, mapping: dict[str, str]
) -> None:
    files = {"Connections.csv": CONNECTIONS, "dutch.csv": DUTCH, "own.csv": OWN_LIST}
    if not mapping:
        del files["dutch.csv"]

    with pytest.raises(CannotDo) as refused:
        bring(ada, stamp, files, mapping=mapping)

    assert refused.value.words.startswith("own.csv: ")
    assert refused.value.kind == "bad_input"
    assert refused.value.detail == {"by_columns": True, "file": "own.csv", "at": len(files) - 1}
    assert "--map" in refused.value.typed
    assert names(ada) == set()


def test_a_column_that_stands_in_none_of_them_is_refused_by_name(
    ada: Campaign, stamp: Stamp
) -> None:
    files = {"Connections.csv": CONNECTIONS, "own.csv": OWN_LIST}

    with pytest.raises(CannotDo, match='with a column "Naam"'):
        bring(ada, stamp, files, mapping={"Wer": "name", "Naam": "company"})
    with pytest.raises(CannotDo, match='with a column "First Name"'):
        bring(ada, stamp, {"a.csv": CONNECTIONS, "b.csv": GUESSED}, mapping={"First Name": "name"})

    assert names(ada) == set()


def test_a_mapping_for_one_file_touches_no_other_of_the_same_columns(
    ada: Campaign, stamp: Stamp
) -> None:
    files = {"people.csv": "A,B\nMia Berg,Halden\n", "turned.csv": "A,B\nInitech,Jan Bos\n"}

    said = {0: {"A": "name", "B": "company"}, 1: {"A": "company", "B": "name"}}

    bring(ada, stamp, files, mappings=said)

    assert names(ada) == {"Mia Berg", "Jan Bos"}


def test_a_mapping_for_one_file_is_taken_by_the_letter(ada: Campaign, stamp: Stamp) -> None:
    """It was said for this file: it turns a known one into a list, and what it lacks is named."""
    files = {"own.csv": OWN_LIST, "guessed.csv": GUESSED}
    names_only = {"Wer": "name"}

    with pytest.raises(CannotDo, match=r"guessed\.csv: No row holds the columns"):
        bring(ada, stamp, files, mappings={0: names_only, 1: {"Name": "name", "Naam": "company"}})
    answer = bring(ada, stamp, {"own.csv": OWN_LIST, "c.csv": CONNECTIONS},
                   mappings={0: names_only, 1: {"First Name": "name"}})  # fmt: skip

    assert formats(answer) == ["any_list", "any_list"]
