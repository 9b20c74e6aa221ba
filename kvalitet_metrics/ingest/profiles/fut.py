"""Reports of benefits wrongly paid (FUT)."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Kanslig, Lista, Nyckel, Regel

UTFALL = {
    "avskriven": ("avskrivet", "avskrevs"),
    "ej utredning": ("utredning ej inledd", "ingen utredning"),
    "återkrav": ("återkrävs", "återkravsbeslut"),
    "polisanmäld": ("polisanmälan", "polisanmält"),
    "ingen åtgärd": ("ingen felaktig utbetalning",),
    "pågår": ("pågående", "utreds"),
}

PROFIL = Lista(
    namn="FUT-anmälningar",
    kallsystem="FUT-listan, en arbetsbok som förs för hand",
    tabell="fut",
    per_blad=True,
    kolumner={
        "nummer": Nyckel(("FUT-nr", "FUT-anmälan", "FUT-anmälan nr", "FUT nummer"), krav=True, fylld=True),
        "inkom": Datum(
            ("Inkom", "Inkommen", "Anmäld", "Anmälningsdatum", "Inkom datum"), krav=True, fylld=True
        ),
        "avslutad": Datum(("Avslutad", "Avslutsdatum", "Klar"), utan=("pågår",)),
        "kategori": Etikett(("Typ", "Typ av fel", "Feltyp", "Kategori")),
        "orsak": Etikett(("Orsak", "Bakomliggande orsak")),
        "bedomning": Etikett(("Utfall", "Resultat", "Bedömning", "Beslut"), varden=UTFALL),
        "anmald": v.ja_eller_nej(("Polisanmäld", "Polisanmälan", "Polisanmäld (J/N)")),
        "belopp": Kanslig(("Belopp", "Summa kr")),
        **v.person(),
        **v.plats(),
    },
    berakna={"kon": v.kon_sql("FALSE"), "polisanmald": v.sant("anmald")},
    etiketter={"kon": v.KON_VARDEN},
    nyckel=("nummer", "inkom"),  # a list kept by hand often numbers from 1 every year
    datum=("inkom", "inkom"),
    regler=(
        Regel(
            "avslutad < inkom",
            "avslutad",
            "Anmälan är avslutad före den dag då den kom in.",
            "Rätta datumet i listan.",
        ),
    ),
    exempel="""
        FUT-nr | Inkom      | Kön | Enhet | Orsak                        | Utfall     | Polisanmäld
        1      | 2023-02-01 | K   | Norr  | Bristande inkomstkontroll    | Avskrivet  | nej
        2      | 2023-03-05 | M   | Norr  |                              | Pågår      |
    """,
    vantat="""
        kon     | inkom      | orsak                     | bedomning | polisanmald
        kvinnor | 2023-02-01 | Bristande inkomstkontroll | avskriven | False
        män     | 2023-03-05 |                           | pågår     |
    """,
)
