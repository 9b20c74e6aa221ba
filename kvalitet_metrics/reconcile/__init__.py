"""Avstämning: do published figures agree with each other?

rows.py        one published figure, and the keys by which figures belong together
table_file.py  a table file → rows, read by the guarded reader
loaded.py      what is loaded, as the rules see it
additivity.py  what may be added and why; the user's own declarations
published.py   wholes and their parts
shares.py      how exactly a share is written, and which denominator it has
rules/         one file per rule, found by themselves
finding.py     what a check answers
engine.py      all rules at once
"""
