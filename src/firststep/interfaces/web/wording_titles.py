"""What a wording is called on a page: one that came along has a title in every language of letters,
and is told in the reader's; one of the seeker's own as they called it."""

from functools import cache

from firststep.facts.kinds import Language
from firststep.facts.said import language_now
from firststep.steps.outreach.wordings.languages import WRITTEN, letters_in, variety_of
from firststep.steps.outreach.wordings.wording import all_wordings


def title_here(name: str, title: str) -> str:
    """The title in the language of the page, where it is one that came along."""
    if any(_titles(one).get(name) == title for one in WRITTEN):
        return _titles(letters_in(language_now())).get(name, title)
    return title


@cache
def _titles(language: Language) -> dict[str, str]:
    return {one.name: one.title for one in all_wordings(variety_of(language, ""))}
