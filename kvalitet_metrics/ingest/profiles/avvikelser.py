"""E4: deviations from the case system, semicolon-separated text in Windows-1252."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Heltal, JaNej, Kanslig, Lista, Nyckel, Regel
from kvalitet_metrics.model import OMRADEN

HANDELSETYPER = {
    "Läkemedel": (),
    "Fall": ("fallregistrering",),
    "Övergrepp, självskada, hot": (),
    "Rättigheter och bemötande": ("rättighet och bemötande",),
    "Samverkan extern": (),
    "Samverkan intern": (),
    "Dokumentation allmän": (),
    "Post, inkommen handling": (),
    "Utreda och besluta": (),
    "Utförande av insats": (),
    "Utrustning – övrigt": ("utrustning- övrigt", "utrustning - övrigt", "utrustning övrigt"),
    "Sekretess": (),
    "Övrigt": (),
}
ORSAKER = {
    "Yttre orsaker": (),
    "Problem med bemanning": (),
    "Brister i riktlinjer och rutiner": (),
    "Brister i organisation och samverkan": (),
    "Brister i kommunikation": (),
    "Brister i arbetsmiljö och kultur": (),
    "Okänt": ("okänd",),
    "Tekniskt fel": (),
    "Brist i planering": (),
    "Kompetensbrist": (),
    "Ej avvikelse": (),
    "Brist i implementering": (),
    "Problem med ramvillkor och krav": (),
}

PROFIL = Lista(
    namn="Avvikelser",
    kallsystem="Treserva, avvikelsehantering",
    tabell="avvikelse",
    per_blad=True,
    kolumner={
        "nummer": Nyckel(
            ("Avvikelsenr", "Avvikelsenummer", "Löpnr", "Id", "Avvikelse-ID"),
            krav=True,
            fylld=True,
        ),
        "registrerad": Datum(
            ("Registreringsdatum", "Registrerad", "Rapporterad", "Rapporteringsdatum", "Skapad")
        ),
        "handelse": Datum(
            ("Händelsedatum", "Inträffad", "Datum för händelsen", "Datum för händelse", "Inträffade"),
            krav=True,
        ),
        **v.plats(),
        "verksamhet": Etikett(("Verksamhet",), utdata=False),
        "kategori": Etikett(
            ("Händelsetyp", "Kategori", "Typ av avvikelse", "Typ av händelse", "Kategori/typ av avvikelse"),
            varden=HANDELSETYPER,
        ),
        "orsak": Etikett(("Orsak", "Bakomliggande orsak"), varden=ORSAKER),
        "omrade_text": Etikett(("Kvalitetsområde", "Område A–H"), utdata=False),
        "allvarlighet": Etikett(("Allvarlighetsgrad", "Allvarlighet")),
        "sannolikhet": Etikett(("Sannolikhet",)),
        "riskvarde": Heltal(("Riskvärde",)),
        "status": Etikett(("Status",)),
        "bedomning": Etikett(("Bedömning",)),
        "lex_sarah": JaNej(("Lex Sarah (J/N)", "Lex Sarah")),
        "avslutad": Datum(("Avslutad", "Avslutsdatum")),
        "personnr": Kanslig(v.PERSONNUMMER),
        "ansvarig": Kanslig(("Ansvarig", "Utredare", "Rapportör", "Handläggare", "Rapporterad av")),
        "beskrivning": Kanslig(("Beskrivning", "Händelsebeskrivning", "Vad hände", "Händelse")),
        "atgard": Kanslig(("Åtgärd", "Vidtagen åtgärd", "Åtgärder", "Kommentar")),
    },
    berakna={
        "intraffad": "coalesce(handelse, registrerad)",
        "omrade": v.omrade_sql("omrade_text"),
    },
    etiketter={"omrade": Etikett((), varden=dict.fromkeys(OMRADEN, ()))},
    nyckel=("nummer",),
    datum=("intraffad", "intraffad"),
    regler=(
        Regel(
            "intraffad IS NULL",
            "handelse",
            "Avvikelsen har varken händelsedatum eller registreringsdatum.",
            "Fyll i minst ett av dem i källan och exportera på nytt.",
        ),
    ),
    exempel_namn="avvikelser.csv",
    exempel="""
        Avvikelsenr | Registreringsdatum | Händelsedatum | Enhet | Händelsetyp             | Orsak         | Kvalitetsområde                | Beskrivning
        A-1         | 2023-01-05         | 2023-01-03    | Norr  | Rättighet och bemötande | Yttre orsaker | En tillgänglig verksamhet (C)  | …
        A-2         | 2023-01-05         |               |       | övrigt                  |               | a                              | …
    """,
    vantat="""
        enhet | intraffad  | kategori                  | orsak         | omrade
        Norr  | 2023-01-03 | Rättigheter och bemötande | Yttre orsaker | C
              | 2023-01-05 | Övrigt                    |               | A
    """,
)
