"""Phone numbers as they are compared: E.164, or the bare digits where no country is known."""

from collections.abc import Iterable

from firststep.steps.goal.models import Campaign


def number_keys(numbers: Iterable[str], campaign: Campaign) -> dict[str, str]:
    """Key -> number as written; two spellings of one number are kept once."""
    found: dict[str, str] = {}
    for number in numbers:
        key = number_key(number, campaign)
        if key:
            found.setdefault(key, number[:254])
    return found


def number_key(number: str, campaign: Campaign) -> str:
    """E.164; local spellings are read as numbers of the campaign's country, else digits alone."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, campaign.country or None)
    except phonenumbers.NumberParseException:
        parsed = None
    if parsed is not None and phonenumbers.is_possible_number(parsed):
        return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
    return "".join(c for c in number if c.isdigit())
