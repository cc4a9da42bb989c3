"""The command line and a campaign begun at it, for the rules that speak of commands."""

from tests.interfaces.cli.conftest import begun, program

__all__ = ["begun", "program"]
