"""What is fair to ask of whom. Pure (method M3.2, M4.1, M5.2; rhythm F12)."""

from firststep.facts.kinds import Ask


def fair_ask(
    *,
    manager: bool,
    known_at_target: bool,
    seat_is_empty: bool,
    holder_known: bool,
    exploring: bool = False,
) -> Ask:
    """A department manager is asked for a meeting; somebody known at a target for the manager's
    name while nobody has one, then for the introduction; everyone else for advice. While exploring
    everyone is asked for advice: conversations for information only (M1.3)."""
    if exploring:
        return "advice"
    if manager:
        return "meeting"
    if known_at_target and seat_is_empty:
        return "name"
    if known_at_target and not holder_known:
        return "introduction"
    return "advice"
