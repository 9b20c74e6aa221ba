"""E14: key figures, one row per figure and one column per year, kön or comparator; also saved from Kolada."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Etikett, Mattabell
from kvalitet_metrics.ingest.profiles import _matvarde as m

PROFIL = Mattabell(
    namn="Nyckeltal per år",
    kallsystem="Egen tabell med nyckeltal, eller Kolada sparad som Excel",
    tabell="matvarde",
    kolumner={
        "etikett": Etikett(
            ("Nyckeltal/Indikator", "Nyckeltal", "Indikator", "Indikatorer"), krav=True, utdata=False
        ),
        "kommun": Etikett(("Kommun", "Kommun/region", "Kommun eller region")),
        "ar": Etikett(("År", "Period", "Mätår"), utdata=False),
        "kon_kod": Etikett(v.KON, utdata=False),
        **m.PLATS,
    },
    vardekolumner=(
        r"(.* )?20\d\d(/(20)?\d\d)?( .*)?|totalt?|kvinnor|män|flickor|pojkar|(lokalt |års)?mål(värde|nivå)?|riket|staden|"
        r"värde|utfall|utfall (kvinnor|män)(/(flickor|pojkar))?|utfall (flickor|pojkar)|resultat|föregående.*"
    ),
    berakna={"kalla": "CASE WHEN kommun IS NULL THEN 'nyckeltal' ELSE 'kolada' END", "kategori": "etikett"},
    nyckel=("avdelning", "enhet", "kommun", "kategori", "kon", "jamforelse", "period_start", "period_end"),
    datum=("period_start", "period_end"),
    exempel="""
        Nyckeltal/Indikator   | 2022  | 2023   | Mål 2023
        Antal lovenkäter      | 1 075 | 183    | 500
        Antal gruppenkäter    | -     | 46     |
        Nöjda med stödet      | 72 %  | 72,4 % | 80 %
    """,
    vantat="""
        kategori           | period_start | matt   | matenhet | saknas | jamforelse
        Antal lovenkäter   | 2022-01-01   | 1075.0 | antal    |        | egen
        Antal lovenkäter   | 2023-01-01   | 183.0  | antal    |        | egen
        Antal lovenkäter   | 2023-01-01   | 500.0  | antal    |        | mal
        Antal gruppenkäter | 2022-01-01   |        | antal    | saknas | egen
        Antal gruppenkäter | 2023-01-01   | 46.0   | antal    |        | egen
        Antal gruppenkäter | 2023-01-01   |        | antal    | tom    | mal
        Nöjda med stödet   | 2022-01-01   | 0.72   | andel    |        | egen
        Nöjda med stödet   | 2023-01-01   | 0.724  | andel    |        | egen
        Nöjda med stödet   | 2023-01-01   | 0.8    | andel    |        | mal
    """,
)
