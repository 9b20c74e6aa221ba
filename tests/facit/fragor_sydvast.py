"""Sydväst's figures that no rule for their record type asks for, and those that cannot be reached."""

FRAGOR = """
SYD-0002       | nyckeltal_varde  | kvalitetsar | varde   | enhet=Resursverksamheten; kategori=Jag är med och påverkar stödet och hjälpen jag får
SYD-0003       | nyckeltal_varde  | kvalitetsar | varde   | enhet=Resursverksamheten; kategori=Hur har din situation ändrats i och med stödet
SYD-0005       | tillsyn_antal    | kvalitetsar | antal   | avsandare=IVO; bedomning=kritik
SYD-0006       | tillsyn_antal    | kvalitetsar | antal   | avsandare=Stadsrevisionen; bedomning=rekommendation
SYD-0007       | tillsyn_antal    | kvalitetsar | antal   | avsandare=JO
SYD-0008       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Oegentligheter vid behörighetskontroller
SYD-0009       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Sidor i logglista vid kontroll av en medarbetare
SYD-0010       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Delegationsbeslut som väljs per granskningstillfälle
SYD-0011       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Granskade ärenden per handläggare vid lönerevision; enhet=Barn och familj 1+Barn och familj 2+Barn och familj 3
SYD-0012       | egenkontroll_genomford_andel | kvalitetsar | etikett | enhet=Barn och familj 1+Barn och familj 2+Barn och familj 3; kategori=Kontroll av placeringar; frekvens=
SYD-0013       | nyckeltal_varde  | kvalitetsar | varde   | enhet=Barn och familj 2; kategori=Felaktigheter i uppdrag till resursverksamheterna
SYD-0014       | egenkontroll_genomford_andel | kvalitetsar | etikett | enhet=Barnsekreterarenheten; kategori=Ärendegenomgång; frekvens=
SYD-0015       | egenkontroll_genomford_andel | kvalitetsar | etikett | enhet=Barnsekreterarenheten; kategori=Ärendegenomgång under metodhandledning; frekvens=
SYD-0016       | egenkontroll_genomford_andel | mattillfalle 2023-01-01..2023-06-30 | taljare | enhet=Resursverksamheterna; kategori=Granskning av ärenden
SYD-0017       | granskning_andel_ja | kvalitetsar | namnare    | enhet=Resursverksamheterna; fraga=Finns ett aktuellt beslut?
SYD-0018       | granskning_andel_ja | kvalitetsar | var_och_en | enhet=Resursverksamheterna; fraga=Finns ett aktuellt beslut?; grupp=
SYD-0019       | nyckeltal_varde  | kvalitetsar | i_ord   | enhet=Resursverksamheterna; kategori=Skälig tid till genomförandeplan, veckor
SYD-0020       | granskning_andel_ja | kvalitetsar | taljare    | enhet=Resursverksamheterna; fraga=Finns ett aktuellt beslut?
SYD-0021       | nyckeltal_varde  | kvalitetsar | i_ord   | enhet=Resursverksamheterna; kategori=Kortaste av de långa tiderna till genomförandeplan, veckor
SYD-0022       | nyckeltal_varde  | kvalitetsar | i_ord   | enhet=Resursverksamheterna; kategori=Längsta tid till genomförandeplan, månader
SYD-0023       | nyckeltal_varde  | manad       | malvarde | enhet=Resursverksamheterna; kategori=Ärenden att granska per enhet
SYD-0024       | nyckeltal_varde  | manad       | malvarde | enhet=Resursverksamheterna; kategori=Ärenden att granska per team
SYD-0025       | synpunkter_antal | kvalitetsar | antal   | typ=synpunkt; kategori=Handläggning
SYD-0026       | synpunkter_antal | kvalitetsar | antal   | typ=synpunkt; kategori=Handläggning och bemötande
SYD-0027       | synpunkter_antal | kvalitetsar | antal   | typ=synpunkt; kategori=Bemötande
SYD-0028       | synpunkter_antal | kvalitetsar | antal   | typ=synpunkt; kategori=Allmänna synpunkter
SYD-0029       | synpunkter_antal | kvalitetsar | antal   |
SYD-0030       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Systematiska brister i hanteringen av synpunkter
SYD-0047       | egenkontroll_genomford_andel | kvalitetsar | etikett | enhet=Familjehemsenheten; kategori=Avvikelser och lex Sarah på APT; frekvens=
SYD-0048       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Nya tjänster som åtgärd efter lex Sarah
SYD-0053       | nyckeltal_varde  | kvalitetsar | varde   | enhet=Utredarenheterna; kategori=Ärenden med LÖSA barnutredning och kommunicering av beslut
SYD-0054       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Genomförda brukarenkäter
SYD-0055       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Externa tillsyner och granskningar
SYD-0056       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Avsaknad av omprövningsutredning
SYD-0057       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Avsaknad av arbetsplan
SYD-0058       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Kommunicering har inte skett
SYD-0059       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Handlingar inte skrivskyddade
SYD-0060       | granskning_andel_ja | kvalitetsar | taljare | kategori=Skyddade personuppgifter; fraga=Bankkonto ej registrerat
SYD-0061       | granskning_andel_ja | kvalitetsar | taljare | kategori=Skyddade personuppgifter; fraga=Fysiska handlingar ej stämplade
SYD-0062       | granskning_andel_ja | kvalitetsar | taljare | kategori=Skyddade personuppgifter; fraga=Fysiska handlingar ej i röd mapp
SYD-0063       | granskning_andel_ja | kvalitetsar | taljare | kategori=Skyddade personuppgifter; fraga=System för loggkontroll av fysisk akt saknas
SYD-0064       | granskning_andel_ja | kvalitetsar | taljare | kategori=Skyddade personuppgifter; fraga=Kartläggning ej gjord
SYD-0065       | granskning_andel_ja | kvalitetsar | var_och_en | kategori=Skyddade personuppgifter; fraga=
SYD-0066       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Utbetalningar som granskas per dag
SYD-0067       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Avvikelser av vikt i delegationsbeslut
SYD-0068       | nyckeltal_varde  | kalenderar  | malvarde | kategori=Besök per handläggare och månad
SYD-0069       | egenkontroll_genomford_andel | kvalitetsar | etikett | kategori=Ärendegenomgång; frekvens=
SYD-0070       | egenkontroll_genomford_andel | kvalitetsar | etikett | kategori=Arbetsledarmöten; frekvens=
SYD-0071       | egenkontroll_genomford_andel | kvalitetsar | etikett | kategori=Möten mellan enhetschefer; frekvens=
SYD-0072       | nyckeltal_varde  | kvalitetsar | malvarde | kategori=Ärenden att granska per socialsekreterare och gång
SYD-0073       | nyckeltal_varde  | kvalitetsar | malvarde | kategori=Granskningar per år
SYD-0076       | synpunkter_antal | kvalitetsar | antal   | typ=fråga
SYD-0085       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Brev till samma person på en gång i en avvikelse
SYD-0088       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Utbildningar om avvikelser och lex Sarah
SYD-0090       | nyckeltal_varde  | kvalitetsar | alla    | kategori=Ärenden på mottaget med barnkonsekvensanalys
SYD-0091       | nyckeltal_varde  | kalenderar  | malvarde | kategori=Besök per handläggare och månad
SYD-0092       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Intervjuade klienter i utvärderingen av Unga Vuxna
SYD-0093       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Genomförda brukarenkäter
SYD-0094       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Externa tillsyner och granskningar
SYD-0095       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Dokumentation i samband med aktualisering
SYD-0096       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Beslutsunderlag saknas
SYD-0097       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Ny utredning inom rimlig tid saknas
SYD-0098       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Avslut av insats har inte registrerats
SYD-0099       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Avsaknad av arbetsplan/genomförandeplan
SYD-0100       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Kommunicering har inte skett
SYD-0101       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Beslutsfattaren är ej behörig
SYD-0102       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Dokument är inte skrivskyddade
SYD-0103       | granskning_andel_ja | kvalitetsar | taljare | kategori=Handläggningsprocess; fraga=Ärendet går inte att följa i journal
SYD-0104       | granskning_andel_ja | kvalitetsar | var_och_en | kategori=Handläggningsprocess; fraga=
SYD-0105       | granskning_andel_ja | kvalitetsar | var_och_en | kategori=Skyddade personuppgifter; fraga=
SYD-0106       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Nya avvikelser i handlingar till individutskottet
SYD-0107       | nyckeltal_varde  | total       | varde intervall | kategori=1:e socialsekreterare som gjorde stickprov
SYD-0108       | nyckeltal_varde  | total       | varde intervall | kategori=Stickprov per 1:e socialsekreterare och vecka
SYD-0109       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Avvikelser av vikt i delegationsbeslut
SYD-0110       | egenkontroll_genomford_andel | kvalitetsar | etikett | grupp=Missbruksgruppen och unga vuxna; kategori=Ärendegenomgång; frekvens=
SYD-0111       | egenkontroll_genomford_andel | kvalitetsar | etikett | grupp=Boendegruppen; kategori=Ärendegenomgång; frekvens=
SYD-0112       | egenkontroll_genomford_andel | kvalitetsar | etikett | kategori=Möten mellan enhetschefer; frekvens=
SYD-0123       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Utbildningar om avvikelser och lex Sarah
SYD-0126       | nyckeltal_varde  | kvalitetsar | alla    | kategori=Utredningar med barnkonsekvensanalys
SYD-0127       | nyckeltal_varde  | kvalitetsar | alla    | kategori=Medarbetare i mottaget som använder FREDA
SYD-0128       | nyckeltal_varde  | mattillfalle 2022-09-01..2022-12-31 | varde | kategori=Trygg i verksamheten
SYD-0129       | nyckeltal_varde  | mattillfalle 2022-09-01..2022-12-31 | varde | kategori=Påverkan av stöd
SYD-0130       | nyckeltal_varde  | mattillfalle 2022-09-01..2022-12-31 | varde | kategori=Förändring av situation
SYD-0131       | tillsyn_antal    | kvalitetsar | antal   | avsandare=IVO; bedomning=ingen anmärkning
SYD-0132       | tillsyn_antal    | kvalitetsar | antal   | avsandare=Miljöförvaltningen
SYD-0133       | tillsyn_antal    | kvalitetsar | antal   | avsandare=Arbetsmiljöverket
SYD-0134       | tillsyn_antal    | kvalitetsar | antal   | avsandare=Miljöverket
SYD-0135       | tillsyn_antal    | kvalitetsar | antal   | avsandare=IVO; enhet=Bia stödboende; bedomning=brist+kritik+påpekande
SYD-0136       | tillsyn_antal    | kvalitetsar | antal   | avsandare=Miljöförvaltningen; enhet=Änggårdsteamets lägenhetsboende; bedomning=brist+kritik+påpekande
SYD-0137       | tillsyn_antal    | kvalitetsar | antal   | avsandare=Miljöförvaltningen; enhet=Bergsjöhöjds boende; bedomning=brist+kritik+påpekande
SYD-0138       | tillsyn_antal    | kvalitetsar | antal   | avsandare=Arbetsmiljöverket; enhet=Alelyckans boende; bedomning=brist+kritik+påpekande
SYD-0139       | tillsyn_antal    | kvalitetsar | antal   | avsandare=Miljöverket; enhet=Kallebäcks boende; bedomning=brist+kritik+påpekande
SYD-0140       | tillsyn_antal    | kvalitetsar | antal   | avsandare=Miljöverket; enhet=Uppsökarenheten; bedomning=brist+kritik+påpekande
SYD-0141       | egenkontroll_genomford_andel | kvalitetsar | taljare | kategori=Granskning av social dokumentation
SYD-0142       | egenkontroll_genomford_andel | kvalitetsar | taljare | kategori=Granskning av en enhets alla ärenden efter lex Sarah
SYD-0143       | egenkontroll_genomford_andel | kvalitetsar | taljare | enhet=Vård- och omsorgsboenden; kategori=Mätning av följsamhet till hygienrutiner
SYD-0146       | synpunkter_antal | kvalitetsar | antal   | typ=förslag
SYD-0147       | synpunkter_antal | kvalitetsar | antal   | typ=fråga
SYD-0148       | synpunkter_antal | kvalitetsar | antal   | typ=ej angett
SYD-0149       | synpunkter_antal | kvalitetsar | antal   |
SYD-0150       | synpunkter_antal | kvalitetsar | andring |
SYD-0151       | synpunkter_antal | kvalitetsar | drygt   | kategori=Flytt av verksamheter
SYD-0152       | synpunkter_antal | kvalitetsar | andel_av_alla | avsandare=Allmänheten
SYD-0153       | synpunkter_antal | kvalitetsar | andel_av_alla | avsandare=Brukarna
SYD-0154       | synpunkter_antal | kvalitetsar | andel_av_alla | avsandare=Övriga
SYD-0177       | egenkontroll_genomford_andel | kvalitetsar | taljare | kategori=Granskning av delaktighet i genomförandeplaner
SYD-0178       | egenkontroll_genomford_andel | mattillfalle 2023-09-01..2023-12-31 | taljare | kategori=Granskning av delaktighet i genomförandeplaner
SYD-0187       | nyckeltal_varde  | kvalitetsar | malvarde | kategori=Enkäter per mötesplats
SYD-0188       | nyckeltal_varde  | kvalitetsar | alla    | kategori=Mötesplatser som når minsta antal enkäter
SYD-0189       | nyckeltal_varde  | kalenderar  | varde   | kategori=Sommarlovsdeltagare som varit med i ny aktivitet och på ny plats
SYD-0190       | synpunkter_antal | kvalitetsar | antal   | typ=förslag
SYD-0192       | synpunkter_antal | kvalitetsar | antal   | typ=fråga
SYD-0193       | synpunkter_antal | kvalitetsar | antal   | kategori=Direkt berör verksamheten
SYD-0194..0196 | keks_index       | kalenderar  | varde      | index=Index Inflytande, delaktighet och ansvarstagande, öppen verksamhet
SYD-0197..0198 | keks_index       | kalenderar  | jamforelse | index=Index Inflytande, delaktighet och ansvarstagande, öppen verksamhet
SYD-0199..0200 | keks_index       | kalenderar  | varde      | index=Andel unga som producerar verksamhet
SYD-0201..0202 | keks_index       | kalenderar  | jamforelse | index=Andel unga som producerar verksamhet
SYD-0203..0204 | keks_index       | kalenderar  | varde      | index=Andel ungdomsproducerad verksamhet
SYD-0205..0206 | keks_index       | kalenderar  | jamforelse | index=Andel ungdomsproducerad verksamhet
SYD-0207..0209 | keks_index       | kalenderar  | varde      | index=Index delaktighet, gruppverksamhet
SYD-0210..0211 | keks_index       | kalenderar  | jamforelse | index=Index delaktighet, gruppverksamhet
SYD-0212..0214 | keks_index       | kalenderar  | varde      | index=Index lärande, gruppverksamhet
SYD-0215..0216 | keks_index       | kalenderar  | jamforelse | index=Index lärande, gruppverksamhet
SYD-0217..0219 | keks_index       | kalenderar  | varde      | index=Index trygghet och bemötande, öppen verksamhet
SYD-0220..0221 | keks_index       | kalenderar  | jamforelse | index=Index trygghet och bemötande, öppen verksamhet
SYD-0222..0224 | keks_index       | kalenderar  | varde      | index=Avvikelse från jämn könsfördelning, öppen verksamhet
SYD-0225..0226 | keks_index       | kalenderar  | jamforelse | index=Avvikelse från jämn könsfördelning, öppen verksamhet
SYD-0227..0229 | keks_index       | kalenderar  | varde      | index=Avvikelse från jämn könsfördelning, gruppverksamhet
SYD-0230..0231 | keks_index       | kalenderar  | jamforelse | index=Avvikelse från jämn könsfördelning, gruppverksamhet
SYD-0232       | nyckeltal_varde  | kalenderar  | varde   | kategori=Ungdomar som varit med och sökt pengar för aktiviteter
SYD-0233       | nyckeltal_varde  | kalenderar  | varde   | kategori=Ungdomar som svarar att deras idéer styr
SYD-0234       | keks_index       | kalenderar  | okning  | index=Index lärande, gruppverksamhet
SYD-0235       | keks_index       | kalenderar  | jamforelse | index=Avvikelse från jämn könsfördelning, öppen verksamhet+Avvikelse från jämn könsfördelning, gruppverksamhet
SYD-0236       | synpunkter_antal | kvalitetsar | antal   | typ=synpunkt
SYD-0237       | nyckeltal_varde  | kalenderar  | varde   | kategori=Nämndledamöter som instämmer i att beslutsunderlagen håller hög kvalitet
SYD-0239       | nyckeltal_varde  | kvalitetsar | varde   | kategori=Rapporterade avvikelser; enhet=HR-avdelningen+Ekonomiavdelningen+Stab och kommunikation
SYD-0240       | tillsyn_antal    | kalenderar  | antal   | kategori=Granskning av årsbokslut; bedomning=brist+kritik+påpekande
"""
"""Figures | indicator | period | what to read | parts; see `ritade` in fragor.py."""

EJ_NATT = """
SYD-0086       | motsägelse | texten säger 46, tabellens rader är 49
"""
"""Figures | reason, a key of SKAL in ej_natt.py | what it is about."""
