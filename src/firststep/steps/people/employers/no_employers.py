"""What stands where an employer should, and is none. Pure."""

NO_EMPLOYERS = frozenset(
    {
        "self employed", "selfemployed", "freelance", "freelancer", "selbstandig",
        "selbststandig", "independent", "unemployed", "retired", "confidential", "stealth",
        "stealth startup", "various", "none", "n a", "student", "career break", "arbeitssuchend",
    }
)  # fmt: skip
