"""Uploads are the truth, the database is built from them.

ledger.py        SQLite: uploads, settings, decisions about labels; small and transactional
schema.sql       one table per concept, the same in operation and in tests
build.py         a new database file from all active uploads, beside the one in use
versions.py      the lock, and which version is used; what no version needs is removed
reading.py       read-only connections to the version in use
files.py         files on their way in
loading.py       one file from bytes to a new version, in an order that survives a crash at any step
receipt.py       what a load did; difference.py: against the last export; faulty.py: the rows to mend
labels.py        labels that nobody has seen before
organisation.py  units over time; organisation_rows.py keeps them, register.py changes them
moten.py         meetings, the figures that they look at and in which order
profiler.py      profiles that analysts have made
storage.py       what a failing disk is called in Swedish
"""
