"""Järva's figures that no rule for their record type asks for, and those that cannot be reached."""

FRAGOR = """
"""
"""Figures | indicator | period | what to read | parts; see `ritade` in fragor.py."""

EJ_NATT = """
JAR-0066..0068 | motsägelse | tabellen har 12 rapporter, texten 13
JAR-0128       | motsägelse | 91 procent går inte att få av 20 svarande
JAR-0135       | katalog    | antal slags enkäter
"""
"""Figures | reason, a key of SKAL in ej_natt.py | what it is about."""
