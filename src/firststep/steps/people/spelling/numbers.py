"""Phone numbers as they are compared: E.164, or the bare digits where no country is known."""

from collections.abc import Iterable

from firststep.steps.goal.models import Campaign
from firststep.steps.people.spelling.extensions import number_apart


def number_keys(numbers: Iterable[str], campaign: Campaign) -> dict[str, str]:
    """Key -> number as written; two spellings of one number are kept once."""
    found: dict[str, str] = {}
    for number in numbers:
        key = number_key(number, campaign)
        if key:
            found.setdefault(key, number[:254])
    return found


def number_key(number: str, campaign: Campaign) -> str:
    """E.164, else digits alone; behind it the extension, for many share a switchboard."""
    return possible_number(number, campaign) or _key(*number_apart(number))


def possible_number(text: str, campaign: Campaign) -> str:
    """The key of what can be rung, "" for all else; local spellings are read as numbers of the
    campaign's country."""
    import phonenumbers

    number, extension = number_apart(text)
    try:
        parsed = phonenumbers.parse(number, campaign.country or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed):
        return ""
    whole = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return _key(whole, extension, keep="+")


def _key(number: str, extension: str, *, keep: str = "") -> str:
    digits = "".join(sign for sign in number if sign.isdecimal() or sign in keep)
    return f"{digits};ext={extension}" if extension else digits
