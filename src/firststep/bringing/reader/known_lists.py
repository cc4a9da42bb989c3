"""Lists whose columns the seeker has named once: kept with the import at which that was said."""

from firststep.steps.goal.models import Campaign
from firststep.steps.people.models import Import


def said_before(campaign: Campaign) -> dict[tuple[str, ...], dict[str, str]]:
    """Header -> (column -> field), the newest word on each; none of imports taken back."""
    rows = Import.objects.filter(campaign=campaign, undone_on=None).order_by("id")
    return {
        tuple(file["columns"]): file["mapping"]
        for files in rows.values_list("files", flat=True)
        for file in files
        if file.get("columns")
    }
