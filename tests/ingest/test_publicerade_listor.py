"""Lists that reports publish, typed into a sheet as they stand there: they load and agree with the report."""

from collections import Counter

from tests.ingest.filer import las, rader
from tests.ingest.test_rubriker import arbetsbok

RISKER = [
    ["Riskanalys 2023"],
    ["Riskmatris med processtabell"],
    ["", "1", "2", "3", "4", "5"],
    ["", "Konsekvens"],
    ["Kritisk Medium Totalt: 7"],
    ["", "Sannolikhet", "Konsekvens"],
    ["5", "Mycket sannolikt", "Mycket allvarlig"],
    ["4", "Sannolikt", "Allvarlig"],
    ["", "2 1"],
    [],
    [" Delprocess", "Aktivitet", "Nr ", "Risk ", "Sannolikhet", "Konsekvens", "Riskvärde", "Åtgärd"],
    [
        "1. Medarbetare\nkänner till ledningssystemet",
        "Synpunkter och klagomål",
        1,
        "Synpunkter dokumenteras inte",
        "4. Sannolikt",
        "3.Kännbar",
        12,
        "Skapa en gemensam rutin",
    ],
    [
        "",
        "Säkerställa bemanning",
        2,
        "Hög personalomsättning",
        "4. Sannolikt",
        "3.Kännbar",
        12,
        "Arbete pågår",
    ],
    [
        "2. Aktualisera",
        "1. Ta emot",
        3,
        "Hanteras inte",
        "2. Mindre sannolikt",
        "5.Mycket allvarlig",
        10,
        "Ingen åtgärd",
    ],
    ["3. Utreda", "Dokumentera", 4, "Felaktig information", "3. Möjlig", "4.Allvarlig", 12, "Ingen åtgärd"],
    [
        "6. Följa upp",
        "Uppföljning",
        5,
        "Dokumentation sker inte",
        "3. Möjlig",
        "3.Kännbar",
        9,
        "Egenkontroll nästa år",
    ],
    [" Delprocess", "Aktivitet", "Nr ", "Risk ", "Sannolikhet", "Konsekvens", "Riskvärde", "Åtgärd"],
    ["", "", 6, "Uppföljning sker inte enligt plan", "3. Möjlig", "3.Kännbar", 9, "Egenkontroll nästa år"],
    [
        "7. Avslut",
        "Utföraren avslutar",
        7,
        "Avslutas trots behov",
        "3. Möjlig",
        "3.Kännbar",
        9,
        "Egenkontroll",
    ],
]


def test_riskanalysen_med_matrisen_ovanfor_som_den_star_i_rapporten():
    inlasning = las(arbetsbok(RISKER, ["A12:A13"]))
    risker = rader(inlasning)
    assert [r["riskvarde"] for r in risker] == [12, 12, 10, 12, 9, 9, 9]
    assert [r["sannolikhet"] * r["konsekvens"] for r in risker] == [12, 12, 10, 12, 9, 9, 9]
    assert Counter(r["bedomning"] for r in risker) == {"åtgärd": 5, "ingen åtgärd": 2}
    assert [r["delprocess"][:2] for r in risker] == ["1.", "1.", "2.", "3.", "6.", "6.", "7."]
    assert risker[5]["aktivitet"] == "Uppföljning"
    [kontroll] = inlasning.kontroller
    assert (kontroll.publicerat, kontroll.stammer) == (7, True)


def test_egenkontrollerna_under_sina_delprocesser_som_de_star_i_rapporten():
    huvud = ["Egenkontroll", "Bedömning", "Åtgärd"]
    tabell = [
        ["Egenkontroll 2023"],
        ["1. Medarbetare känner till och arbetar i enlighet med ledningssystemet"],
        huvud,
        ["Kontroll av klagomål", "Ej godkänd", "Skapa en gemensam rutin"],
        ["Personalomsättning", "Godkänd", "Fortsatt arbete pågår"],
        ["1. Rådgivning, förebyggande, uppsökande"],
        ["2. Aktualisera"],
        huvud,
        ["Kontroll av rutiner", "Godkänd", "Ingen åtgärd"],
        ["2. Verksamhets- och avtalsuppföljning"],
        ["3. Brukare, anhöriga och närstående är delaktiga i förbättrings- och utvecklingsarbetet"],
        ["3. Utreda"],
        huvud,
        ["Är journal förd enligt riktlinjer", "Godkänd", "Ingen åtgärd"],
        ["4. Bedöma och besluta"],
        ["5. Utföra/genomföra"],
        ["6. Följa upp"],
        huvud,
        ["Kontroll av att uppföljning sker enligt plan", "Ej godkänd", "Genomförs nästa år."],
        ["Kontroll av dokumentation", "Ej godkänd", "Genomförs nästa år."],
        ["7. Avslut av insats/ärende"],
        huvud,
        ["Egenkontroll av stöd till familjehem", "Ej godkänd", "Genomförs nästa år."],
    ]
    inlasning = las({"Blad1": tabell})
    fick = rader(inlasning)
    assert Counter(r["bedomning"] for r in fick) == {"godkänd": 3, "ej godkänd": 4}
    assert [r["delprocess"].split(".")[0] for r in fick] == ["1", "1", "2", "3", "6", "6", "7"]
    assert inlasning.warnings == []


def test_atgarder_med_och_utan_uppfoljning_och_de_planerade_under():
    tabell = [
        ["Kvalitetsår 2022/2023"],
        ["Förbättringsåtgärder", "Uppföljning av åtgärderna"],
        ["Fortsätta stärka arbetet med de systematiska egenkontrollerna", "Utveckling har skett under året."],
        ["Utveckla och stärka arbetet med otillåten påverkan", "Utbildning har skett."],
        ["Fysisk utformning och tillgänglighet på socialkontoren (plan 2 och 4)"],
        [
            "Fortsätta med pågående effektiviseringsåtgärder",
            "Avdelningen har arbetat kontinuerligt.\n· Hållbar arbetsmiljö",
        ],
        [],
        ["Planerade förbättringsåtgärder"],
        ["Utveckla nyckeltal genom att mäta individuell måluppfyllelse i ärenden."],
        ["Samverkan behöver fortsatt stärkas internt inom avdelningen"],
    ]
    fick = rader(las({"Blad1": tabell}))
    assert Counter(r["bedomning"] for r in fick) == {
        "uppföljning finns": 3,
        "uppföljning saknas": 1,
        "planerad": 2,
    }
    [ensam] = {r["kategori"] for r in rader(las({"Blad1": [["2022/2023"], *tabell[7:]]}))}
    assert ensam == "planerad"


def test_tillsynen_en_rad_per_instans_med_antal():
    tabell = [
        ["Tillsyn, kvalitetsår 2022/2023"],
        ["Instans", "Utfall", "Antal"],
        ["IVO", "Ingen kritik", 1],
        ["Miljöförvaltningen", "Brister", 2],
        ["Miljöverket", "Brister", 2],
        ["Totalt", "", 5],
    ]
    inlasning = las({"Blad1": tabell})
    assert sum(r["antal"] for r in rader(inlasning)) == 5
    assert [o.etikett for o in inlasning.okanda] == ["Miljöverket"]
    assert all(k.stammer for k in inlasning.kontroller)
