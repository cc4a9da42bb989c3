"""How far somebody came and by which way, and how far a company has come, in words."""

ROUTES = {
    "close": "People close to you", "known": "People you know",
    "dormant": "People not spoken to in a long time", "met": "People you met",
    "named": "People you were sent to", "introduced": "People you were introduced to",
    "stranger": "People you did not know",
}  # fmt: skip
REACHED = {
    "touched": "Touched", "answered": "Answered", "agreed": "Agreed to talk",
    "talked": "Talked with you", "interview": "Interview", "job_offer": "Job offer",
}  # fmt: skip
STAGES = {"": "", "interview": "Interview", "job_offer": "Job offer", "rejected": "Rejected"}
