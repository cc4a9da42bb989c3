"""The written seasons, by the page each is told on."""

from tests.journeys.season import Season
from tests.journeys.two_seasons import Graduate, Manager

DIARIES: dict[str, type[Season]] = {
    "season.md": Season,
    "season-graduate.md": Graduate,
    "season-manager.md": Manager,
}
