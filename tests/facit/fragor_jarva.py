"""Järva's figures that no rule for their record type asks for, and those that cannot be reached."""

FRAGOR = """
JAR-0066       | lex_sarah_i_ledningssystemet | kalenderar | antal | kategori=Brister i utförande av insats
JAR-0067       | lex_sarah_i_ledningssystemet | kalenderar | antal | kategori=Annat: Fördröjd remiss angående ställa i kö för insats
JAR-0068       | lex_sarah_i_ledningssystemet | kalenderar | antal |
JAR-0069       | risk_antal       | kalenderar | antal   |
JAR-0070       | risk_antal       | kalenderar | antal   | kategori=kritisk
JAR-0071       | risk_antal       | kalenderar | antal   | kategori=medium
JAR-0072       | risk_sannolikhet | kalenderar | varde   | risk=Mottagna synpunkter, klagomål eller förslag dokumenteras inte
JAR-0073       | risk_konsekvens  | kalenderar | varde   | risk=Mottagna synpunkter, klagomål eller förslag dokumenteras inte
JAR-0074       | risk_varde       | kalenderar | varde   | risk=Mottagna synpunkter, klagomål eller förslag dokumenteras inte
JAR-0075       | risk_sannolikhet | kalenderar | varde   | risk=Hög personalomsättning
JAR-0076       | risk_konsekvens  | kalenderar | varde   | risk=Hög personalomsättning
JAR-0077       | risk_varde       | kalenderar | varde   | risk=Hög personalomsättning
JAR-0078       | risk_sannolikhet | kalenderar | varde   | risk=Risk att anmälan/ansökan inte hanteras
JAR-0079       | risk_konsekvens  | kalenderar | varde   | risk=Risk att anmälan/ansökan inte hanteras
JAR-0080       | risk_varde       | kalenderar | varde   | risk=Risk att anmälan/ansökan inte hanteras
JAR-0081       | risk_sannolikhet | kalenderar | varde   | risk=Felaktig eller missvisande information dokumenteras
JAR-0082       | risk_konsekvens  | kalenderar | varde   | risk=Felaktig eller missvisande information dokumenteras
JAR-0083       | risk_varde       | kalenderar | varde   | risk=Felaktig eller missvisande information dokumenteras
JAR-0084       | risk_sannolikhet | kalenderar | varde   | risk=Att dokumentationen inte sker löpande under insatstiden alternativt är bristfällig
JAR-0085       | risk_konsekvens  | kalenderar | varde   | risk=Att dokumentationen inte sker löpande under insatstiden alternativt är bristfällig
JAR-0086       | risk_varde       | kalenderar | varde   | risk=Att dokumentationen inte sker löpande under insatstiden alternativt är bristfällig
JAR-0087       | risk_sannolikhet | kalenderar | varde   | risk=Uppföljning sker inte enligt plan
JAR-0088       | risk_konsekvens  | kalenderar | varde   | risk=Uppföljning sker inte enligt plan
JAR-0089       | risk_varde       | kalenderar | varde   | risk=Uppföljning sker inte enligt plan
JAR-0090       | risk_sannolikhet | kalenderar | varde   | risk=Insatsen avslutas trots kvarstående stödbehov
JAR-0091       | risk_konsekvens  | kalenderar | varde   | risk=Insatsen avslutas trots kvarstående stödbehov
JAR-0092       | risk_varde       | kalenderar | varde   | risk=Insatsen avslutas trots kvarstående stödbehov
JAR-0093       | egenkontroll_bedomning | kalenderar | etikett | kategori=Kontroll av klagomål; bedomning=
JAR-0094       | egenkontroll_bedomning | kalenderar | etikett | kategori=Personalomsättning; bedomning=
JAR-0095       | egenkontroll_bedomning | kalenderar | etikett | kategori=Kontroll av rutiner; bedomning=
JAR-0096       | egenkontroll_bedomning | kalenderar | etikett | kategori=Är journal förd enligt riktlinjer; bedomning=
JAR-0097       | egenkontroll_bedomning | kalenderar | etikett | kategori=Kontroll av att uppföljning sker enligt plan; bedomning=
JAR-0098       | egenkontroll_bedomning | kalenderar | etikett | kategori=Kontroll av dokumentation; bedomning=
JAR-0099       | egenkontroll_bedomning | kalenderar | etikett | kategori=Egenkontroll av stöd till familjehem; bedomning=
JAR-0100       | tillsyn_antal    | kalenderar | antal   | avsandare=DO
JAR-0101       | tillsyn_antal    | kalenderar | antal   | avsandare=IVO; kategori=Tillsyn av placerade barn
JAR-0102       | nyckeltal_varde  | kalenderar | varde   | kategori=Kommuner och stadsdelsförvaltningar som IVO kontrollerade ytterligare
JAR-0103       | nyckeltal_varde  | kalenderar | varde   | kategori=Avvikande fynd vid systematisk genomgång av ärenden
JAR-0104       | nyckeltal_varde  | kalenderar | varde   | kategori=Information om nytt boende framgår inte
JAR-0105       | nyckeltal_varde  | kalenderar | varde   | kategori=Samtal med barnet genomfört inför omplacering
JAR-0106       | nyckeltal_varde  | kalenderar | varde   | kategori=Barnets inställning till omplacering dokumenterad
JAR-0107       | tillsyn_antal    | kalenderar | antal   | avsandare=IVO; enhet=Bromstensgården; bedomning=brist
JAR-0108       | tillsyn_antal    | kalenderar | antal   | avsandare=IVO; kategori=Granskning efter lex Sarah
JAR-0109       | tillsyn_antal    | kalenderar | antal   | avsandare=IVO; kategori=Granskning efter uppgifter i media
JAR-0110       | tillsyn_antal    | kalenderar | antal   | avsandare=IVO; kategori=Nationell tillsyn av särskilda boenden
JAR-0111       | tillsyn_antal    | kalenderar | antal   | avsandare=IVO; kategori=Granskning av ej verkställt beslut; enhet=Beställarenheten funktionsnedsättning och socialpsykiatri
JAR-0112       | nyckeltal_varde  | kalenderar | malvarde | kategori=Arbetsdagar till dokumentation efter driftstörning
JAR-0135       | enkat_andel_positiva | kalenderar | slag | enhet=Föräldrarådgivningen; kategori=
JAR-0139       | tillsyn_antal    | kalenderar | antal   | kategori=Verksamhetsuppföljning
JAR-0140       | egenkontroll_genomford_andel | kalenderar | taljare | kategori=Granskning av social dokumentation
"""
"""Figures | indicator | period | what to read | parts; see `ritade` in fragor.py."""

EJ_NATT = """
JAR-0128       | motsägelse | 91 procent går inte att få av 20 svarande
"""
"""Figures | reason, a key of SKAL in ej_natt.py | what it is about."""
