"""Bromma's figures that no rule for their record type asks for, and those that cannot be reached."""

GRANSKNINGAR = """
BRO-0001       | granskning_andel_ja | kalenderar | namnare | enhet=Enheten för arbete och försörjning; fraga=Finns journalanteckningar?
BRO-0002       | granskning_andel_ja | kalenderar | namnare | enhet=Enheten för arbete och försörjning; fraga=Finns journalanteckningar?; kon=kvinnor
BRO-0003       | granskning_andel_ja | kalenderar | namnare | enhet=Enheten för arbete och försörjning; fraga=Finns journalanteckningar?; kon=män
BRO-0004       | granskning_andel_ja | kalenderar | taljare | enhet=Enheten för arbete och försörjning; fraga=Finns journalanteckningar?
BRO-0005       | granskning_andel_ja | kalenderar | namnare | enhet=Enheten för vuxna; fraga=Är journalanteckningen tillräcklig?
BRO-0006       | granskning_andel_ja | kalenderar | namnare | grupp=Funktionsnedsättning; fraga=Är journalanteckningen tillräcklig?
BRO-0007       | granskning_andel_ja | kalenderar | namnare | grupp=Beroende; fraga=Är journalanteckningen tillräcklig?
BRO-0008       | granskning_andel_ja | kalenderar | namnare | grupp=Socialpsykiatri; fraga=Är journalanteckningen tillräcklig?
BRO-0009       | granskning_andel_ja | kalenderar | namnare | enhet=Enheten för barn och unga; fraga=Finns journalanteckningar?
BRO-0010       | granskning_andel_ja | kalenderar | namnare | enhet=Enheten för barn och unga; fraga=Finns journalanteckningar?; kon=pojkar
BRO-0011       | granskning_andel_ja | kalenderar | namnare | enhet=Enheten för barn och unga; fraga=Finns journalanteckningar?; kon=flickor
BRO-0013       | granskning_andel_ja | kalenderar | taljare | enhet=Enheten för barn och unga; fraga=Finns journalanteckningar?
BRO-0014       | granskning_andel_ja | mattillfalle | perioder | grupp=Bromma arbetsmarknadscenter; fraga=Förs dokumentationen regelbundet?
BRO-0015       | granskning_andel_ja | kalenderar | namnare | grupp=Bromma boende- och stödinsatser; fraga=Är dokumentationen fri från brister?
BRO-0016       | granskning_andel_ja | kalenderar | namnare | insats=Bromma boendestöd; fraga=Är dokumentationen fri från brister?
BRO-0017       | granskning_andel_ja | kalenderar | namnare | insats=Bromma försöks- och träningslägenheter; fraga=Är dokumentationen fri från brister?
BRO-0018       | granskning_andel_ja | kalenderar | andel   | grupp=Bromma boende- och stödinsatser; fraga=Ger dokumentationen en aktuell bild av den enskilde?
BRO-0019       | granskning_andel_ja | kalenderar | andel   | grupp=Bromma boende- och stödinsatser; fraga=Går det att utläsa hur man arbetar mot målen?
BRO-0020       | granskning_andel_ja | kalenderar | andel rest | grupp=Bromma boende- och stödinsatser; fraga=Är dokumentationen fri från brister?
BRO-0021       | granskning_andel_ja | mattillfalle | perioder | grupp=Långskeppets socialpsykiatriska boende; fraga=Förs dokumentationen regelbundet?
BRO-0022       | granskning_andel_ja | mattillfalle | perioder | grupp=Bromma förebyggande och behandling (familjebehandling); fraga=Förs dokumentationen regelbundet?
BRO-0023       | granskning_andel_ja | kalenderar | samtliga | enhet=Enheten för personligt stöd; insats=Gruppbostad+Servicebostad; fraga=Finns beslut om god man eller förvaltare tillgängligt?
BRO-0024       | granskning_andel_ja | kalenderar | taljare rest | enhet=Enheten för personligt stöd; fraga=Är genomförandeplan upprättad?
BRO-0025       | granskning_andel_ja | kalenderar | samtliga | enhet=Enheten för personligt stöd; fraga=Finns utsedd stödperson?
BRO-0026       | granskning_andel_ja | kalenderar | taljare | enhet=Enheten för personligt stöd; fraga=Finns ställföreträdande stödperson?
BRO-0027       | granskning_andel_ja | kalenderar | namnare | enhet=Enheten för personligt stöd; fraga=Finns ställföreträdande stödperson?
BRO-0028       | arbetsanteckning_andel | kalenderar | namnare | enhet=Enheten för personligt stöd
BRO-0029       | arbetsanteckning_andel | kalenderar | taljare | enhet=Enheten för personligt stöd
BRO-0030       | arbetsanteckning_andel | kalenderar | andel | enhet=Enheten för personligt stöd
BRO-0031       | arbetsanteckning_andel | kalenderar | frist |
BRO-0032       | granskning_andel_ja | mattillfalle | perioder | grupp=Bromma arbetsmarknadscenter; fraga=Är uppdraget mottaget i sociala system?
BRO-0033       | granskning_andel_ja | kalenderar | samtliga | grupp=Bromma arbetsmarknadscenter; fraga=Finns en arbetsinstruktör eller arbetskonsulent kopplad till ärendet?
BRO-0038       | granskning_andel_ja | mattillfalle | perioder | grupp=Bromma förebyggande och behandling (familjebehandling); fraga=Är uppdraget mottaget i sociala system?
BRO-0040       | granskning_andel_ja | kalenderar | namnare | grupp=Mottagningsgruppen; fraga=Är beslutet att inte inleda utredning tydligt motiverat?
BRO-0041       | granskning_andel_ja | kalenderar | taljare | grupp=Mottagningsgruppen; fraga=Är beslutet att inte inleda utredning tydligt motiverat?
BRO-0042       | granskning_andel_ja | kalenderar | andel rest | grupp=Mottagningsgruppen; fraga=Har vårdnadshavare kontaktats?
BRO-0043       | granskning_andel_ja | kalenderar | taljare | grupp=Mottagningsgruppen; fraga=Har informationsbrev skickats ut?
BRO-0076       | granskning_andel_ja | total      | taljare rest intervall | enhet=Enheten för vuxna; fraga=Har anmälan hanterats enligt rutin?
BRO-0107       | granskning_andel_ja | kalenderar | namnare | enhet=Enheten för vuxna; fraga=Har brukaren fått information om KBF vid erbjudandet?
BRO-0108       | granskning_andel_ja | kalenderar | taljare | enhet=Enheten för vuxna; fraga=Har brukaren fått information om KBF vid erbjudandet?
BRO-0109       | granskning_andel_ja | mattillfalle | perioder | grupp=Bromma arbetsmarknadscenter; fraga=Har brukaren varit delaktig i genomförandeplanen?
BRO-0156       | barnsamtal_andel    | kalenderar | namnare | enhet=Enheten för barn och unga
BRO-0157       | barnsamtal_andel    | kalenderar | var_och_en | grupp=Utredargrupp 1+Utredargrupp 2+Utredargrupp 3
BRO-0158       | barnsamtal_andel    | kalenderar | taljare | enhet=Enheten för barn och unga
BRO-0159       | barnsamtal_andel    | kalenderar | namnare | enhet=Enheten för barn och unga
BRO-0160       | barnsamtal_andel    | kalenderar | taljare | enhet=Enheten för barn och unga
BRO-0161       | barnsamtal_andel    | kalenderar | namnare | enhet=Enheten för barn och unga
BRO-0162       | granskning_andel_ja | kalenderar | samtliga | fraga=Har rutinen för synpunkter och klagomål förankrats i arbetsgruppen?
BRO-0163       | granskning_andel_ja | manad      | namnare | enhet=Enheten för arbete och försörjning; fraga=Har checklistan använts?
BRO-0164       | granskning_andel_ja | manad      | taljare | enhet=Enheten för arbete och försörjning; fraga=Har checklistan använts?
BRO-0181       | granskning_andel_ja | kalenderar | slag | insats=Servicebostad; grupp=; fraga=Har insatsen följts upp tillsammans med beställaren?
BRO-0182       | granskning_andel_ja | kalenderar | taljare | insats=Servicebostad; fraga=Har insatsen följts upp tillsammans med beställaren?
BRO-0183       | granskning_andel_ja | kalenderar | namnare | insats=Servicebostad; fraga=Har insatsen följts upp tillsammans med beställaren?
BRO-0184       | granskning_andel_ja | kalenderar | slag | insats=Gruppbostad; grupp=; fraga=Har insatsen följts upp tillsammans med beställaren?
BRO-0185       | granskning_andel_ja | kalenderar | taljare rest | insats=Gruppbostad; fraga=Har insatsen följts upp tillsammans med beställaren?
BRO-0186       | granskning_andel_ja | kalenderar | namnare | insats=Gruppbostad; fraga=Har insatsen följts upp tillsammans med beställaren?
"""

RAPPORTERADE = """
BRO-0012 | nyckeltal_varde | kalenderar | varde | enhet=Enheten för barn och unga; kategori=Granskade ärendens andel av pågående ärenden
BRO-0034 | nyckeltal_varde | kalenderar | antal | enhet=Resursenheten; kategori=Antal kontaktpersoner per ärende, boendestöd
BRO-0037 | nyckeltal_varde | kalenderar | antal | enhet=Resursenheten; kategori=Antal stödpersoner per boende, Långskeppet
BRO-0098 | nyckeltal_varde | kalenderar | antal | enhet=Enheten för personligt stöd; kategori=Antal workshopar om GDPR
BRO-0099 | nyckeltal_varde | kalenderar | antal | enhet=Enheten för personligt stöd; kategori=Antal medarbetare i workshop om GDPR
BRO-0105 | nyckeltal_varde | kalenderar | antal | enhet=Enheten för arbete och försörjning; kategori=Antal FUT-ärenden som var aktuella under året
BRO-0110 | enkat_svarsfrekvens | manad | namnare | enhet=Enheten för arbete och försörjning
BRO-0111 | enkat_svarsfrekvens | manad | varde | enhet=Enheten för arbete och försörjning
BRO-0120 | nyckeltal_varde | kalenderar | antal | enhet=Enheten för arbete och försörjning; kategori=Antal som gått utbildning i implementering
BRO-0126 | enkat_svarsfrekvens | kalenderar | varde  | enhet=Enheten för personligt stöd; insats=Daglig verksamhet
BRO-0127 | enkat_svarsfrekvens | kalenderar | staden | enhet=Enheten för personligt stöd; insats=Daglig verksamhet
BRO-0128 | nyckeltal_varde | kalenderar | varde  | insats=Daglig verksamhet; kategori=Får du bestämma om saker som är viktiga för dig i din dagliga verksamhet?
BRO-0129 | nyckeltal_varde | kalenderar | staden | insats=Daglig verksamhet; kategori=Får du bestämma om saker som är viktiga för dig i din dagliga verksamhet?
BRO-0131 | nyckeltal_varde | kalenderar | varde  | insats=Daglig verksamhet; kategori=Får du bestämma om saker som är viktiga för dig i din dagliga verksamhet?
BRO-0132 | nyckeltal_varde | kalenderar | varde  | insats=Daglig verksamhet; kategori=Får du bestämma om saker som är viktiga för dig i din dagliga verksamhet?; kon=män
BRO-0133 | nyckeltal_varde | kalenderar | varde  | insats=Daglig verksamhet; kategori=Får du bestämma om saker som är viktiga för dig i din dagliga verksamhet?; kon=kvinnor
BRO-0134 | enkat_svarsfrekvens | kalenderar | varde  | enhet=Enheten för personligt stöd; insats=Gruppbostad
BRO-0135 | enkat_svarsfrekvens | kalenderar | staden | enhet=Enheten för personligt stöd; insats=Gruppbostad
BRO-0136 | nyckeltal_varde | kalenderar | varde  | insats=Gruppbostad; kategori=Får du bestämma om saker som är viktiga för dig hemma?
BRO-0137 | nyckeltal_varde | kalenderar | staden | insats=Gruppbostad; kategori=Får du bestämma om saker som är viktiga för dig hemma?
BRO-0138 | nyckeltal_varde | kalenderar | okning | insats=Gruppbostad; kategori=Får du bestämma om saker som är viktiga för dig hemma?
BRO-0139 | nyckeltal_varde | kalenderar | varde  | insats=Gruppbostad; kategori=Får du bestämma om saker som är viktiga för dig hemma?; kon=män
BRO-0140 | nyckeltal_varde | kalenderar | varde  | insats=Gruppbostad; kategori=Får du bestämma om saker som är viktiga för dig hemma?; kon=kvinnor
BRO-0141 | enkat_svarsfrekvens | kalenderar | varde  | enhet=Enheten för personligt stöd; insats=Servicebostad
BRO-0142 | enkat_svarsfrekvens | kalenderar | staden | enhet=Enheten för personligt stöd; insats=Servicebostad
BRO-0143 | nyckeltal_varde | kalenderar | varde  | insats=Servicebostad; kategori=Får du bestämma om saker som är viktiga för dig hemma?
BRO-0144 | nyckeltal_varde | kalenderar | staden | insats=Servicebostad; kategori=Får du bestämma om saker som är viktiga för dig hemma?
BRO-0145 | nyckeltal_varde | kalenderar | varde  | insats=Servicebostad; kategori=Får du bestämma om saker som är viktiga för dig hemma?
BRO-0155 | nyckeltal_varde | manad      | antal | enhet=Enheten för barn och unga; kategori=Antal workshopar om barns delaktighet
BRO-0180 | nyckeltal_varde | kalenderar | antal | enhet=Enheten för vuxna; kategori=Antal APT om rutinen för samverkan
BRO-0187 | nyckeltal_varde | kalenderar | antal | enhet=Enheten för personligt stöd; kategori=Antal uppföljningar, daglig verksamhet
BRO-0277 | nyckeltal_varde | kalenderar | antal | kategori=Antal utbildningstillfällen om lex Sarah
BRO-0428 | nyckeltal_varde | kalenderar | antal | enhet=Enheten för arbete och försörjning; kategori=Antal verksamheter i kvalitetsutmärkelsen
"""

POSTER = """
BRO-0035       | genomforandeplan_inom_frist | kalenderar | andel | grupp=Bromma boende- och stödinsatser; typ=från beställning
BRO-0036       | genomforandeplan_inom_frist | kalenderar | frist | typ=från beställning
BRO-0039       | genomforandeplan_inom_frist | kalenderar | frist | typ=stängd
BRO-0071       | forhandsbedomning_vuxna_dagar | total | namnare intervall | enhet=Enheten för vuxna; kon=män
BRO-0072       | forhandsbedomning_vuxna_dagar | total | namnare intervall | enhet=Enheten för vuxna; kon=kvinnor
BRO-0073       | forhandsbedomning_vuxna_dagar | total | varde intervall | enhet=Enheten för vuxna
BRO-0074       | forhandsbedomning_vuxna_dagar | total | nast_langst | enhet=Enheten för vuxna
BRO-0075       | forhandsbedomning_vuxna_dagar | total | langst | enhet=Enheten för vuxna
BRO-0091       | asi_andel  | mattillfalle | namnare | enhet=Enheten för vuxna; grupp=Beroende
BRO-0092       | asi_andel  | mattillfalle | taljare | enhet=Enheten för vuxna; grupp=Beroende
BRO-0093       | asi_andel  | mattillfalle | namnare | enhet=Enheten för vuxna; grupp=Beroende
BRO-0094       | asi_andel  | mattillfalle | namnare | grupp=Beroende; bedomning=bortfall
BRO-0095       | asi_andel  | mattillfalle | taljare rest | enhet=Enheten för vuxna; grupp=Beroende
BRO-0097       | asi_andel  | mattillfalle | frist |
BRO-0100       | fut_antal  | kalenderar | malvarde  |
BRO-0101       | fut_antal  | kalenderar | antal | enhet=Enheten för arbete och försörjning
BRO-0102       | fut_antal  | kalenderar | antal | enhet=Enheten för arbete och försörjning; bedomning=avskriven
BRO-0103       | fut_antal  | kalenderar | antal | enhet=Enheten för arbete och försörjning; bedomning=ej utredning
BRO-0104       | fut_antal  | kalenderar | antal | enhet=Enheten för arbete och försörjning; bedomning=polisanmäld
BRO-0106       | fut_antal  | kalenderar | antal | enhet=Enheten för arbete och försörjning; orsak=Bristande inkomstkontroll
BRO-0116       | forandringsplan_andel | kalenderar | taljare | enhet=Enheten för arbete och försörjning
BRO-0117       | forandringsplan_andel | kalenderar | namnare | enhet=Enheten för arbete och försörjning
BRO-0118       | forandringsplan_andel | kalenderar | andel | enhet=Enheten för arbete och försörjning
BRO-0119       | forandringsplan_andel | kalenderar | foregaende | enhet=Enheten för arbete och försörjning
BRO-0121       | avslutsorsak_andel | kalenderar | namnare | enhet=Enheten för arbete och försörjning; orsak=
BRO-0122       | avslutsorsak_andel | kalenderar | andel | enhet=Enheten för arbete och försörjning; orsak=Arbete
BRO-0123       | avslutsorsak_andel | kalenderar | andel | enhet=Enheten för arbete och försörjning; orsak=Studier
BRO-0125       | avslutsorsak_andel | kalenderar | andel | enhet=Enheten för arbete och försörjning; orsak=Okänd
BRO-0146       | overvagande_barnet_traffat_andel | manad | perioder | enhet=Enheten för barn och unga
BRO-0147       | overvagande_barnet_traffat_andel | manad | namnare | enhet=Enheten för barn och unga
BRO-0148       | overvagande_barnet_traffat_andel | manad | taljare | enhet=Enheten för barn och unga
BRO-0149       | overvagande_barnet_traffat_andel | manad | namnare | enhet=Enheten för barn och unga; kon=flickor
BRO-0150       | overvagande_barnet_traffat_andel | manad | namnare | enhet=Enheten för barn och unga; kon=pojkar
BRO-0151       | overvagande_barnet_traffat_andel | manad | namnare | enhet=Enheten för barn och unga
BRO-0152       | overvagande_barnet_traffat_andel | manad | taljare | enhet=Enheten för barn och unga
BRO-0153       | overvagande_barnet_traffat_andel | manad | namnare | enhet=Enheten för barn och unga; kon=flickor
BRO-0154       | overvagande_barnet_traffat_andel | manad | namnare | enhet=Enheten för barn och unga; kon=pojkar
BRO-0165       | samverkan_andel | tertial | perioder | enhet=Enheten för vuxna
BRO-0347       | klagomal_antal | kalenderar | del_av_alla | enhet=Myndighetsenheterna
BRO-0425       | tillsyn_antal | kalenderar | antal | enhet=Enheten för barn och unga; avsandare=IVO
BRO-0426       | tillsyn_antal | kalenderar | antal | enhet=Enheten för personligt stöd; kategori=Miljöinspektion
BRO-0427       | tillsyn_antal | kalenderar | antal | enhet=Enheten för personligt stöd; kategori=Brandtillsyn
BRO-0429       | tillsyn_antal | kalenderar | antal | kategori=Verksamhetsuppföljning; lagrum=LSS
BRO-0430       | tillsyn_antal | kalenderar | antal | kategori=Verksamhetsuppföljning; lagrum=SoL
"""

FRAGOR = GRANSKNINGAR.strip() + RAPPORTERADE.rstrip() + POSTER
"""Figures | indicator | period | what to read | parts; see `ritade` in fragor.py."""

EJ_NATT = """
BRO-0045..0046 | motsägelse | 32 procent går inte att få av 13 ärenden
BRO-0096       | ord        | Socialstyrelsens norm; staden räknar med fem år i stället för två
BRO-0124       | motsägelse | 13,2 procent går inte att få av 286: 37 är 12,9 och 38 är 13,3 procent
BRO-0130       | motsägelse | 92 procent och 80 året före skiljer 12 procentenheter, inte 8
BRO-0174       | motsägelse | 31 av 43 är 72 procent, inte 74
BRO-0257       | motsägelse | kolumnens enda cell är 2, summan anges som 0
BRO-0421       | ord        | «drygt hälften» är 95 av 180, 53 procent
BRO-0431       | motsägelse | «samtliga» gäller bara septembermätningen; de andra tre hade sena
"""
"""Figures | reason, a key of SKAL in ej_natt.py | what it is about."""
