"""Runs a networking campaign: the next small step, with whom, and what to say."""

__version__ = "0.1.0"
