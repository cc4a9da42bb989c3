"""What exists is documented, and what is documented exists."""

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest

from firststep.bringing.formats import FORMATS
from firststep.facts import kinds
from firststep.facts.asks import ASKS
from firststep.facts.line_kinds import REPLIES
from firststep.facts.step_kinds import CardKind
from firststep.interfaces.catalogue import CATALOGUE
from firststep.steps.outreach.wordings.own import own_wording

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]
SOURCE = ROOT / "src" / "firststep"


def page_maker(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "bin" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("page", "maker"),
    [
        ("commands", "command_page"),
        ("rules", "rules_page"),
        ("answers", "answers_page"),
        ("wordings", "wordings_page"),
    ],
)
def test_a_page_made_from_the_program_is_fresh(page: str, maker: str) -> None:
    assert (DOCS / f"{page}.md").read_text() == page_maker(maker).page(), "run: bin/docs"


def test_the_schema_of_the_answers_is_fresh() -> None:
    fresh = page_maker("answers_page").schema_text()

    assert (DOCS / "answers.schema.json").read_text() == fresh, "run: bin/docs"


def test_every_verb_and_question_has_the_schema_of_its_answer() -> None:
    answers = json.loads((DOCS / "answers.schema.json").read_text())["anyOf"]

    assert [one["title"] for one in answers] == [*CATALOGUE, "refusal"]


@pytest.mark.parametrize("kind", [Any, dict, list, "DayShown", set[str], dict[str, Any]])
def test_what_says_nothing_of_its_fields_is_no_type_of_an_answer(kind: Any) -> None:
    with pytest.raises(TypeError):
        page_maker("answers_page").Records().schema(kind)


def test_every_verb_and_question_is_named_in_the_docs() -> None:
    text = (DOCS / "commands.md").read_text()

    assert [name for name in CATALOGUE if f"\n## {name}\n" not in text] == []


def test_the_wording_on_its_page_can_be_kept_as_it_stands_there() -> None:
    blocks = re.findall(r"```\n(.*?)```", (DOCS / "wordings.md").read_text(), re.DOTALL)
    (shown,) = [block for block in blocks if "\n---\n" in block]

    assert own_wording(shown, name="hello").title == "A short hello"


def test_every_import_format_is_named_in_the_docs() -> None:
    text = (DOCS / "importing.md").read_text()

    assert [one.name for one in FORMATS if f"`{one.name}`" not in text] == []


def test_every_setting_is_named_in_the_docs_and_every_setting_named_exists() -> None:
    text = (DOCS / "settings.md").read_text()
    code = "\n".join(file.read_text() for file in SOURCE.rglob("*.py"))
    read = set(re.findall(r"[\"'](FIRSTSTEP_[A-Z_]+)[\"']", code))
    named = set(re.findall(r"`(FIRSTSTEP_[A-Z_]+)`", text))

    assert read == named


def test_every_rule_of_the_rhythm_is_on_the_page_of_the_method() -> None:
    text = (DOCS / "method.md").read_text()
    cited = set()
    for file in [*SOURCE.rglob("*.py"), *(ROOT / "tests").rglob("*.py")]:
        cited |= set(re.findall(r"\bF\d{1,2}\b(?!\.)", file.read_text()))
    cited = {rule for rule in cited if int(rule[1:]) <= 28}

    assert [rule for rule in sorted(cited) if f"**{rule}**" not in text] == []
    assert [n for n in range(1, 29) if f"**F{n}**" not in text] == []


def test_the_words_the_program_thinks_in_are_in_the_glossary() -> None:
    text = (DOCS / "glossary.md").read_text()
    words = [*ASKS, *REPLIES, *kinds.TIE_KINDS, *get_args(kinds.Sureness)]

    assert [word for word in words if word not in text] == []


def test_every_card_is_explained_somewhere() -> None:
    text = "\n".join(page.read_text() for page in PAGES)
    shown = {"add_companies", "find_address", "find_name", "look_again", "report_back"}

    assert shown <= set(get_args(CardKind))
    assert [kind for kind in shown if kind not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text())

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_shouts(page: Path) -> None:
    prose = re.sub(r"```.*?```|`[^`]*`|!\[", "", page.read_text(), flags=re.DOTALL)

    assert "!" not in prose


def test_every_decision_is_listed() -> None:
    listed = (DOCS / "decisions" / "README.md").read_text()
    pages = {page.name for page in (DOCS / "decisions").glob("*.md")} - {"README.md"}

    assert {page for page in pages if f"({page})" not in listed} == set()
