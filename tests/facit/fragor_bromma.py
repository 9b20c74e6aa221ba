"""Bromma's figures that no rule for their record type asks for, and those that cannot be reached."""

FRAGOR = """
"""
"""Figures | indicator | period | what to read | parts; see `ritade` in fragor.py."""

EJ_NATT = """
BRO-0040..0043 | katalog    | aktgranskning av förhandsbedömningar
BRO-0045..0046 | motsägelse | 32 procent går inte att få av 13 ärenden
BRO-0071..0076 | katalog    | vuxnas orosanmälningar
BRO-0110..0111 | katalog    | svarsfrekvens
BRO-0126..0145 | katalog    | stadens brukarundersökning
BRO-0165       | underlag   | tabellen säger inte när de tre mätningarna gjordes
BRO-0174       | motsägelse | 31 av 43 är 72 procent, inte 74
BRO-0181..0187 | katalog    | gemensam uppföljning i boendet
BRO-0257       | motsägelse | kolumnens enda cell är 2, summan anges som 0
BRO-0347       | ord        | «en tredjedel»; klagomålen redovisas inte per enhet
BRO-0421       | ord        | «drygt hälften» är 95 av 180, 53 procent
BRO-0431       | ord        | «samtliga» gäller bara septembermätningen
"""
"""Figures | reason, a key of SKAL in ej_natt.py | what it is about."""
