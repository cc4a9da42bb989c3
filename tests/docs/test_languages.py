"""Every text of a finished room is there in every language, and says nothing that is not asked."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def keeper() -> ModuleType:
    """`bin/language`."""
    spec = importlib.util.spec_from_file_location("language", ROOT / "bin" / "language.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_finished_rooms_are_whole_in_every_language(keeper: ModuleType) -> None:
    held = keeper.by_room()
    wrong = [
        f"{language} {room}: {words}"
        for language in keeper.languages()
        for room, wanted in held.items()
        for words in keeper.wrong(language, room, wanted)
        if room in keeper.DONE or not words.startswith("not translated")
    ]

    assert not wrong, "run: bin/language ROOM\n" + "\n".join(wrong)


def test_two_rooms_say_a_text_in_one_way(keeper: ModuleType) -> None:
    for language in keeper.languages():
        assert not keeper.differing(language)


def test_every_source_that_says_something_has_a_room(keeper: ModuleType) -> None:
    assert {room for room, texts in keeper.by_room().items() if texts} >= set(keeper.DONE)
    assert keeper.room_of("interfaces/web/templates/today.html") == "today"


def test_a_language_one_can_choose_has_texts(keeper: ModuleType) -> None:
    from firststep.facts.kinds import PAGE_LANGUAGES

    assert {"en", *keeper.languages()} == set(PAGE_LANGUAGES)


def test_texts_are_found_as_they_are_marked(keeper: ModuleType) -> None:
    code = (
        "from firststep.facts.said import say, say_day, say_of, to_say\n"
        "a = say('One ' 'text {x}', x=1)\n"
        "b = say_of('one', 'many', n)\n"
        "c = (to_say('in a table'), say('Later', sense='a button'), say(variable))\n"
        "d = say_day(on, 'd MMM')\n"
        "from firststep.errors import CannotDo\n"
        "raise CannotDo('{name} is gone.', name=name, typed='--at') or CannotDo(f'no {text}')\n"
    )
    found = [one[:3] for one in keeper.in_python(code, "x.py")]

    assert sorted(found) == [
        ("Later", "", "a button"), ("One text {x}", "", ""), ("d MMM", "", ""),
        ("in a table", "", ""), ("one", "many", ""), ("{name} is gone.", "", ""),
    ]  # fmt: skip
    html = (
        '{% translate "Later" context "a button" %}{% translate "50% of it" %}'
        "{% translate words %}{% if a %}{% blocktranslate trimmed with n=3 count m=n %}One\n"
        "  {{ n }}{% plural %}{{ n }} many{% endblocktranslate %}{% endif %}"
    )
    assert [one[:3] for one in keeper.in_template(html, "x.html")] == [
        ("Later", "", "a button"), ("50%% of it", "", ""), ("One %(n)s", "%(n)s many", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["f'to {name}'", "'to ' + name", "'a' % name"])
def test_a_text_put_together_before_it_is_said_is_refused(text: str, keeper: ModuleType) -> None:
    code = f"from firststep.facts.said import say\nsay({text})\n"

    with pytest.raises(ValueError, match="put together"):
        list(keeper.in_python(code, "x.py"))
    assert not list(keeper.in_python(f"say({text})", "x.py"))  # another function of that name


def test_what_is_wrong_with_a_room_is_told(
    keeper: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "LANGUAGES", tmp_path)
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "today.po").write_text(
        'msgid "Hello {name}"\nmsgstr "Hallo {nam}"\n\n'
        'msgid "Gone"\nmsgstr "Fort"\n\n'
        '#, fuzzy\nmsgid "Unsure"\nmsgstr "Unsicher"\n\n'
        'msgid "%(n)s step"\nmsgid_plural "%(n)s steps"\nmsgstr[0] "Ein Schritt"\n'
        'msgstr[1] "Schritte"\n\n'
        'msgid "Well"\nmsgstr "Gut!"\n'
    )
    texts = ("Hello {name}", "Unsure", "Well", "New")
    wanted = [*map(keeper.Text, texts), keeper.Text("%(n)s step", "%(n)s steps")]

    found = keeper.wrong("de", "today", wanted)

    assert found == [
        "not translated: New", "other fields than ['name']: Hallo {nam}", "said no more: Gone",
        "fuzzy: Unsure", "other fields than ['n']: Schritte", "an exclamation mark: Gut!",
    ]  # fmt: skip


def test_a_room_is_written_with_what_is_new_and_what_is_known_elsewhere(
    keeper: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "LANGUAGES", tmp_path)
    (tmp_path / "de").mkdir()
    (tmp_path / "de" / "people.po").write_text('msgid "Open"\nmsgstr "Öffnen"\n')

    keeper.write_room("de", "today", [keeper.Text("Open", source="a"), keeper.Text("New")])

    written = keeper.read("de", "today")
    assert (written["Open"].string, written["New"].string) == ("Öffnen", "")
    assert keeper.wrong("de", "today", [keeper.Text("Open"), keeper.Text("New")]) == [
        "not translated: New"
    ]
