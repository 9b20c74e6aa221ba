"""Personal data breaches, which are all documented whether they are reported or not."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Kanslig, Lista, Nyckel, Regel

RISKER = {
    "osannolik risk": ("ingen risk", "låg risk", "låg", "osannolik"),
    "risk": ("medel", "medelhög"),
    "hög risk": ("hög",),
}

PROFIL = Lista(
    namn="Personuppgiftsincidenter",
    kallsystem="Egen lista över personuppgiftsincidenter",
    tabell="puincident",
    per_blad=True,
    kolumner={
        "nummer": Nyckel(("Incidentnr", "Nr", "Dnr", "Diarienr", "Löpnr", "Id")),
        "intraffad": Datum(
            (
                *("Incidentdatum", "Datum för incidenten", "Inträffad", "Incidenten inträffade", "Upptäckt"),
                *("Datum när incidenten inträffade", "Datum när incidenten upptäcktes", "Upptäcktes"),
                *("Händelsedatum", "Datum"),
            ),
            krav=True,
            fylld=True,
        ),
        "kategori": Etikett(
            ("Typ av incident", "Incidenttyp", "Typ av personuppgiftsincident", "Slag av incident"), krav=True
        ),
        "orsak": Etikett(("Orsak",)),
        "bedomning": Etikett(("Risk", "Riskbedömning", "Bedömd risk"), varden=RISKER),
        "anmald": Datum(
            ("Anmäld till IMY", "IMY-anmäld", "Anmäld", "Anmäld datum", "Datum för anmälan"),
            utan=("nej", "ej anmäld"),
        ),
        "status": Etikett(("Status",)),
        "beskrivning": Kanslig(("Beskrivning", "Händelse", "Vad hände", "Åtgärd")),
        "personnr": Kanslig(v.PERSONNUMMER),
        "anteckning": Kanslig(v.ANTECKNING),
        **v.plats(),
    },
    nyckel=("nummer", "enhet", "intraffad", "kategori"),
    datum=("intraffad", "intraffad"),
    regler=(
        Regel(
            "anmald < intraffad",
            "anmald",
            "Incidenten är anmäld före den dag då den inträffade.",
            "Rätta datumet i listan.",
        ),
    ),
    exempel="""
        Incidentnr | Incidentdatum | Enhet | Typ av incident | Riskbedömning | Anmäld till IMY | Beskrivning
        1          | 2023-02-01    | Norr  | Fel mottagare   | Låg           | nej             | …
        2          | 2023-03-05    | Syd   | Obehörig åtkomst | Hög           | 2023-03-06      | …
    """,
    vantat="""
        enhet | intraffad  | kategori         | bedomning      | anmald
        Norr  | 2023-02-01 | Fel mottagare    | osannolik risk |
        Syd   | 2023-03-05 | Obehörig åtkomst | hög risk       | 2023-03-06
    """,
)
