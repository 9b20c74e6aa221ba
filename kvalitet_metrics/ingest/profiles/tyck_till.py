"""E11: views from citizens and users, one per row, from «Tyck till» or a system for deviations."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, Kanslig, Lista, Nyckel

TYPER = {
    "klagomål": (),
    "synpunkt": ("synpunkter",),
    "beröm": ("positiv synpunkt", "ros"),
    "fråga": ("frågor",),
    "förslag": ("idé", "idé/förslag", "förslag/idé"),
    "felanmälan": ("fel", "felrapport"),
    "ej angett": ("ej angivet",),
}

PROFIL = Lista(
    namn="Synpunkter, en per rad (Tyck till)",
    kallsystem="Tyck till, rådata som CSV, eller en lista över synpunkter",
    tabell="synpunkt",
    per_blad=True,
    kolumner={
        "arendenr": Nyckel(
            ("Ärendenr", "Synpunktsnr", "Löpnr", "Löpnummer", "Nr", *v.ARENDE[1:]), krav=True, fylld=True
        ),
        "skapad": Datum(
            ("Skapad", "Skapad datum", "Inkommen", "Inkom", "Inkom datum", "Registrerad"),
            krav=True,
            fylld=True,
            utdata=False,
        ),
        "stangd": Datum(("Stängd", "Avslutad", "Besvarad", "Stängd datum"), utan=("öppen", "pågår")),
        "typ_skriven": Etikett(("Typ", "Typ av synpunkt", "Slag", "Ärendetyp"), varden=TYPER, utdata=False),
        "kategori": Etikett(("Kategori", "Ämne", "Huvudkategori"), krav=True),
        "underkategori": Etikett(("Underkategori", "Underkategorier", "Delkategori")),
        "avsandare": Etikett(("Avsändare", "Från vem", "Inkommit från")),
        "status": Etikett(("Status",)),
        **v.plats(),
        "stadsdel": Etikett(("Stadsdel",), utdata=False),
        "lat": Kanslig(("Lat", "Latitud", "Lat.")),
        "long": Kanslig(("Long", "Longitud", "Lng")),
        "text": Kanslig(("Text", "Beskrivning", "Meddelande", "Svar", "Synpunkt")),
        "personnr": Kanslig(v.PERSONNUMMER),
        "namn": Kanslig((*v.NAMN, "E-post", "Telefon")),
        "handlaggare": Kanslig(v.HANDLAGGARE),
    },
    berakna={
        "period_start": "skapad",
        "period_end": "skapad",
        "indelning": "'kategori'",
        "antal": "CAST(1 AS BIGINT)",
        "typ": "coalesce(typ_skriven, 'ej angett')",
    },
    etiketter={"typ": Etikett((), varden=TYPER)},
    nyckel=("arendenr",),
    datum=("period_start", "period_end"),
    exempel_namn="tyck_till.csv",
    exempel="""
        Ärendenr | Skapad           | Kategori         | Underkategori                   | Stadsdel | Enhet | Status | Stängd     | Lat   | Long  | Text
        T-1      | 2025-01-05 08:14 | Park och natur   | Utegym i parkmiljö              | Norra    |       | Stängd | 2025-01-09 | 59,33 | 17,93 | …
        T-2      | 2025-02-01 17:00 | Gator och trafik | Belysning, lampa gångbana i park | Norra    |       | Öppen  |            | 59,34 | 17,94 | …
    """,
    vantat="""
        typ        | kategori         | underkategori                    | period_start | stangd     | antal
        ej angett  | Park och natur   | Utegym i parkmiljö               | 2025-01-05   | 2025-01-09 | 1
        ej angett  | Gator och trafik | Belysning, lampa gångbana i park | 2025-02-01   |            | 1
    """,
)
