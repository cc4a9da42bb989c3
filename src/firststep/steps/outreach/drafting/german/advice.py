"""What several people at one company are asked for advice on, in German (F38). Pure."""

# In the order of `drafting/advice.py`, each after "und fragen, …".
GERMAN_ADVICE = (
    "wie man bei <euch|Ihnen> eingestellt wird",
    "worauf ich achten sollte, bevor ich mich bei <euch|Ihnen> bewerbe",
    "wodurch eine Bewerbung bei <euch|Ihnen> auffällt",
    "wer bei <euch|Ihnen> über Einstellungen entscheidet",
    "was <du|Sie> an meiner Stelle tun <würdest|würden>",
)
_WHERE = "bei <euch|Ihnen>"


def german_question(question_no: int, *, there: str) -> str:
    """The question somebody gets, of the company they work at: `bei Acme`, `dort`; of "bei Ihnen"
    where that is not known."""
    asked = GERMAN_ADVICE[question_no % len(GERMAN_ADVICE)]
    return asked.replace(_WHERE, there) if there.startswith("bei ") else asked
