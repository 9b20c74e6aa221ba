"""The reader that runs alone in a process of its own: bytes of a file in, its sheets as text out.

A crafted file can make a reader abort, eat all memory or never finish; here it takes only this process
with it (see open.py). Standard library alone, but for python-calamine (.xls, .xlsb) and numpy (large
sheets), which are imported when they are needed: every file that is opened waits for this start.
"""
