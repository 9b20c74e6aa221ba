"""Supervision, reviews and audits by others, with what they came to."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Heltal, Kanslig, Lista

INSTANSER = {
    "IVO": ("inspektionen för vård och omsorg",),
    "JO": ("justitieombudsmannen", "riksdagens ombudsmän"),
    "DO": ("diskrimineringsombudsmannen",),
    "IMY": ("integritetsskyddsmyndigheten",),
    "Stadsrevisionen": ("revisionen", "revisionskontoret", "stadsrevision", "kommunrevisionen"),
    "Miljöförvaltningen": (),
    "Arbetsmiljöverket": (),
    "Brandförsvaret": ("räddningstjänsten",),
    "Egen förvaltning": (
        "verksamhetscontroller",
        "egen verksamhetsuppföljning",
        "förvaltningen",
        "stadsdelsförvaltningen",
        "socialförvaltningen",
    ),
    "Funktionshinderinspektörerna": ("funktionshinderinspektör",),
}
UTFALL = {
    "ingen anmärkning": ("ingen kritik", "inga brister", "utan anmärkning", "inga anmärkningar", "godkänd"),
    "brist": ("brister",),
    "kritik": (),
    "allvarlig kritik": (),
    "rekommendation": ("rekommendationer",),
    "påpekande": ("påpekanden",),
    "skadestånd": (),
    "pågår": ("pågående", "inväntar beslut", "ej avslutad", "ej klar"),
}

PROFIL = Lista(
    namn="Tillsyn och granskningar",
    kallsystem="Egen lista över tillsyn, granskningar och revisioner",
    tabell="tillsyn",
    per_blad=True,
    kolumner={
        "avsandare": Etikett(
            ("Tillsynsmyndighet", "Instans", "Myndighet", "Tillsynsinstans", "Granskande instans"),
            krav=True,
            fylld=True,
            varden=INSTANSER,
        ),
        "bedomning": Etikett(("Utfall", "Resultat", "Bedömning", "Beslut"), krav=True, varden=UTFALL),
        "kategori": Etikett(("Typ", "Slag", "Typ av tillsyn", "Form")),
        "datum": Datum(("Datum", "Tillsynsdatum", "Genomförd", "Beslutsdatum", "Inkom")),
        "avslutad": Datum(("Avslutad", "Avslutat", "Avslutsdatum"), utan=("pågår",)),
        "status": Etikett(("Status",)),
        "lagrum": Etikett(v.LAGRUM_RUBRIKER, varden=v.LAGRUM),
        "antal_skrivet": Heltal(("Antal", "Antal tillsyner"), utdata=False),
        "avser": Kanslig(("Avser", "Gäller", "Ärende", "Beskrivning", "Dnr", "Diarienr")),
        "anteckning": Kanslig((*v.ANTECKNING, "Åtgärd", "Åtgärder")),
        **v.plats(),
        **v.period(),
    },
    berakna={
        "period_start": "coalesce(datum, period.start, CAST($period_start AS DATE))",
        "period_end": "coalesce(datum, period.slut, CAST($period_end AS DATE))",
        "antal": "coalesce(antal_skrivet, 1)",
    },
    nyckel=("avdelning", "enhet", "avsandare", "kategori", "bedomning", "period_start", "period_end"),
    datum=("period_start", "period_end"),
    regler=(v.period_regel("period"),),
    exempel="""
        Tillsyn 2023 |                    |           |            |               |
        Enhet        | Tillsynsmyndighet  | Typ       | Datum      | Utfall        | Antal
        Norr         | IVO                | Tillsyn   | 2023-05-23 | Inga brister  |
        Norr         | Miljöförvaltningen | Inspektion |            | Brister       | 2
        Syd          | JO                 |           | 1 dec 2023 | Kritik        |
    """,
    vantat="""
        enhet | avsandare          | kategori   | period_start | period_end | bedomning        | antal
        Norr  | IVO                | Tillsyn    | 2023-05-23   | 2023-05-23 | ingen anmärkning | 1
        Norr  | Miljöförvaltningen | Inspektion | 2023-01-01   | 2023-12-31 | brist            | 2
        Syd   | JO                 |            | 2023-12-01   | 2023-12-01 | kritik           | 1
    """,
)
