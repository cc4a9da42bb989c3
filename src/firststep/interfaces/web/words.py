"""Words in templates: days, counts and the addresses of our own files."""

import hashlib
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.template import Context
from django.template.base import Parser, Token
from django.templatetags.i18n import TranslateNode, do_translate
from django.utils.safestring import SafeString, mark_safe

from firststep.facts.said import language_now, say, say_number
from firststep.habits.favours.called import favour_said
from firststep.interfaces.words.counts import in_words, listed, within
from firststep.interfaces.words.days import full_day, long_day, month_day, short_day

register = template.Library()
STATIC = Path(__file__).parent / "static"
for told in (long_day, short_day, full_day, month_day, in_words, listed, within, favour_said):
    register.filter(told)


@register.filter
def percent(share: float) -> str:
    """10 for .1; what is not nothing is never shown as 0."""
    return f"{share * 100:.0f}"


@register.filter
def thousands(count: int) -> str:
    """1,123; 1.123 in German."""
    return say_number(count)


@register.simple_tag
def page_language() -> str:
    """The language of the page, for `<html lang>`."""
    return language_now() or "en"


@register.simple_tag(takes_context=True)
def keys_of(context: Context) -> SafeString:
    """What every form carries: that it is ours, that it writes once, what it was drawn from, and
    where it stood. `key` tells the forms of a page apart, `back` is where one goes on."""
    known = context.get  # one by one: a page knows sixty words and more, and has forty forms
    here = known("here", "")
    said = {
        "csrfmiddlewaretoken": known("csrf_token", ""),
        "once_key": f"{known('once_key', '')}{known('key', '')}",
        "revision": known("revision", ""),
        "mark": known("mark", ""),
        "stood": here,
        "back": known("back") or here,
    }
    pairs = ((name, escape(str(value))) for name, value in said.items())
    return mark_safe("".join(f'<input type="hidden" name="{a}" value="{b}">' for a, b in pairs))


class Fixed(TranslateNode):
    """A text that a template says word for word. A page holds fifty and more, and Django's own way
    by a promise of a text takes ten times as long for each."""

    def __init__(self, found: TranslateNode) -> None:
        sense = found.message_context
        super().__init__(found.filter_expression, found.noop, message_context=sense)
        self.words = found.filter_expression.var.literal.replace("%", "%%")  # as a catalogue has it
        self.sense = str(sense.var) if sense else ""

    def render(self, context: Context) -> str:  # noqa: ARG002
        return say(self.words, sense=self.sense).replace("%%", "%")


@register.tag("translate")
def translated(parser: Parser, token: Token) -> TranslateNode:
    """Django's tag; a text that stands there as it is, is said without a detour."""
    found: TranslateNode = do_translate(parser, token)
    is_plain = not (found.asvar or found.noop or found.filter_expression.filters)
    literal = found.filter_expression.var.literal
    return Fixed(found) if is_plain and isinstance(literal, str) else found


@register.simple_tag
def asset(name: str) -> str:
    """The address of a file of ours, which changes when the file does."""
    return f"{settings.STATIC_URL}{name}?{_print(name)}"


@register.simple_tag
def manifest() -> str:
    """What a browser reads to install Firststep, in the language of the page where there is one."""
    own = f"firststep.{language_now()}.webmanifest"
    return asset(own if (STATIC / own).is_file() else "firststep.webmanifest")


@register.simple_tag
def companies_by(sort: str, stage: str, sought: str) -> str:
    """What the address of the companies says: their order, how far, a name looked for."""
    asked = {"sort": sort, "stage": stage, "q": sought}
    return urlencode({name: value for name, value in asked.items() if value})


@cache
def _print(name: str) -> str:
    return hashlib.sha256(Path(f"{STATIC}/{name}").read_bytes()).hexdigest()[:10]
