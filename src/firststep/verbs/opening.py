"""Opening the database: making it, bringing it up to date, and finding the one campaign in it."""

from firststep.steps.goal.models import Campaign


def open_database() -> None:
    """Makes sure the database is there, is ours and is up to date.

    Makes the data folder (0700) and file (0600) the first time; runs migrations only when the
    newest one is missing. Raises CannotDo (`unavailable`) for a folder that cannot be written, a
    folder or link where the file should be, a file that is no database or not ours, and a
    database made by a newer program; nothing is touched then.
    """
    raise NotImplementedError


def the_campaign() -> Campaign:
    """The one campaign of this database. Raises CannotDo (`not_found`) before `init`."""
    raise NotImplementedError
