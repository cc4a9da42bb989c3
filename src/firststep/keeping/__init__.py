"""The files the data lies in, and who may touch them: the database, what is in the making, copies.

This room is Django's way to the SQLite file as well (`settings.DATABASES`, `base.py`), so that
every door, verb and question meets the same rules there.
"""
