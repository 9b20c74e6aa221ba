"""Sydväst's figures that no rule for their record type asks for, and those that cannot be reached."""

FRAGOR = """
"""
"""Figures | indicator | period | what to read | parts; see `ritade` in fragor.py."""

EJ_NATT = """
SYD-0002..0003 | underlag   | index utan angiven skala
SYD-0025..0029 | katalog    | synpunkter som inte är klagomål eller beröm
SYD-0030       | ord        | «inga» systematiska brister
SYD-0054       | ord        | «ingen» enkät har genomförts
SYD-0068       | ord        | ett mål för 2027 utan utfall
SYD-0076       | katalog    | frågor
SYD-0086       | motsägelse | texten säger 46, tabellens rader är 49
SYD-0091       | ord        | ett mål för 2027 utan utfall
SYD-0093       | ord        | «ingen» enkät har genomförts
SYD-0128..0130 | underlag   | index utan angiven skala
SYD-0146..0150 | katalog    | synpunkter som inte är klagomål eller beröm
SYD-0151       | ord        | «drygt 40»
SYD-0152..0154 | ord        | «cirka»; synpunkterna redovisas inte per avsändare
SYD-0187       | ord        | ett krav på antal enkäter
SYD-0188       | ord        | «samtliga» mötesplatser
SYD-0189       | underlag   | antalet svarande anges inte
SYD-0190       | katalog    | förslag
SYD-0192..0193 | katalog    | frågor och synpunkter av alla slag
SYD-0232..0233 | underlag   | antalet svarande anges inte
SYD-0236       | katalog    | synpunkter av alla slag
SYD-0237       | underlag   | antalet svarande anges inte
SYD-0239       | ord        | «inte haft några»: utan rader går noll inte att skilja från ej rapporterat
"""
"""Figures | reason, a key of SKAL in ej_natt.py | what it is about."""
