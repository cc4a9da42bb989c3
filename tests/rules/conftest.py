"""The rules that speak of commands are tested at the command line."""

from tests.interfaces.cli.conftest import begun, program

__all__ = ["begun", "program"]
