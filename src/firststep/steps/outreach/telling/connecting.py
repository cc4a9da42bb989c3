"""Whether what was accepted is a talk, or only a request to connect (F41). Pure."""

from firststep.facts.channels import CHANNELS
from firststep.steps.outreach.telling.clauses import LineTold
from firststep.steps.outreach.telling.drafts import LineDraft

_CONNECTING = frozenset(["linkedin", "xing", "invite", "invitation"])
_CONFIRMED = frozenset(
    ["confirmed", "confirms", "approved", "connecting", "bestaetigt", "angenommen"]
)


def is_to_connect(told: LineTold) -> bool:
    """Whether a line speaks of connecting."""
    return any(word.word in _CONNECTING for word in told.found.words)


def may_be_to_connect(told: LineTold, yes: LineDraft) -> bool:
    """Whether a yes that names no day may be a request to connect, where the channel has such:
    “confirmed”."""
    invites = any(one.name == yes.channel and one.invitation for one in CHANNELS)
    if not invites or yes.whens:
        return False
    return any(word.word in _CONFIRMED for word in told.found.words)
