"""In which language the pages are said: the seeker's, else the browser's, else English.

The texts of a language are gettext catalogues, one for each room (`languages/de/today.po`), read
at the first page in it: nothing has to be compiled, and nothing compiled can be out of date.
"""

import io
from collections.abc import Callable
from functools import lru_cache
from gettext import GNUTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation

from firststep.facts.said import Catalogue, change_language, in_language, text_key

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

TEXTS = Path(__file__).parents[2] / "languages"
WRITTEN_IN = "en"  # the texts themselves


class InLanguage:
    """Answers in the browser's language, until the campaign is known that chose another."""

    def __init__(self, inner: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.inner = inner

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(settings.STATIC_URL):
            return self.inner(request)
        language = translation.get_language_from_request(request)
        with translation.override(language), in_language(catalogue_of(language)):
            return self.inner(request)


def speak(language: str) -> None:
    """Says the rest of this answer in the language a campaign chose; "" leaves the browser's."""
    if language:
        change_language(catalogue_of(language))
        translation.activate(language)


@lru_cache(maxsize=8)
def catalogue_of(language: str) -> Catalogue | None:
    """The texts of a language, given to Django's templates too; None for English."""
    from babel.dates import format_date
    from babel.numbers import format_decimal
    from django.utils.translation import trans_real

    if language == WRITTEN_IN:
        return None
    texts = read_texts(sorted((TEXTS / language).glob("*.po")), language)
    compiled = _compiled(texts)
    trans_real.translation(language).merge(compiled)  # what the templates look things up in
    return Catalogue(
        language=language,
        texts=_by_key(texts),
        plural=compiled.ngettext,
        day=lambda on, pattern: format_date(on, pattern, locale=language),
        figure=lambda number: format_decimal(number, locale=language),
    )


def read_texts(files: list[Path], language: str) -> "Catalog":
    """Gettext files as one catalogue; what no room has translated yet is left out."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import read_po

    whole = Catalog(locale=language)
    for file in files:
        with file.open("rb") as text:
            for message in read_po(text, locale=language):
                if message.id and _is_whole(message.string):
                    whole[message.id] = message
    return whole


def _by_key(texts: "Catalog") -> dict[str, str]:
    return {
        text_key(message.id, message.context or ""): str(message.string)
        for message in texts
        if message.id and isinstance(message.id, str)
    }


def _compiled(texts: "Catalog") -> GNUTranslations:
    from babel.messages.mofile import write_mo

    made = io.BytesIO()
    write_mo(made, texts)
    made.seek(0)
    return GNUTranslations(made)


def _is_whole(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(string) if isinstance(string, str | None) else all(string)
