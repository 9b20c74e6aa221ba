"""E2: the reception group's own workbook, one sheet per month; also used by the relationsvåld team."""

from kvalitet_metrics.ingest import vocabulary as v
from kvalitet_metrics.ingest.profile import Datum, Etikett, JaNej, Kanslig, Kod, Lista, Nyckel, Regel

PROFIL = Lista(
    namn="Förhandsbedömningar",
    kallsystem="Mottagningsgruppens egen statistikfil",
    tabell="forhandsbedomning",
    per_blad=True,
    kolumner={
        "inkom": Datum(
            (
                "Inkom datum",
                "Inkom",
                "Inkommen",
                "Datum inkom",
                "Anmälan inkom",
                "Inkommen datum",
                "Ankomstdatum",
            ),
            krav=True,
            fylld=True,
        ),
        "initialer": Nyckel(
            ("Barn (initialer)", "Initialer", "Barn", "Klient (initialer)", "Barnets initialer")
        ),
        "personnr": Kanslig(v.PERSONNUMMER),
        "kommentar": Kanslig(v.ANTECKNING),
        "kon_kod": v.kon_etikett(),
        **v.plats(),
        "handlaggare": Kanslig(v.HANDLAGGARE),
        "avsandare": Etikett(("Anmälare", "Anmälare/sökande", "Från", "Anmäld av", "Vem anmäler")),
        "typ": Kod(
            ("Anm/Ans", "Anmälan/Ansökan", "Typ", "Aktualiseringssätt"),
            varden={"anmälan": ("anm", "anm.", "a"), "ansökan": ("ans", "ans.", "s")},
        ),
        "skyddsbedomd": Datum(
            ("Skyddsbed. datum", "Skyddsbedömning", "Skyddsbedömd", "Skyddsbedömning datum")
        ),
        "forsta_atgard": Datum(
            ("Första åtgärd", "Datum första åtgärd", "Första kontakt", "Första hantering", "Åtgärdad")
        ),
        "klar": Datum(
            (
                "FB klar",
                "Förhandsbedömning klar",
                "Beslutsdatum",
                "FB beslut",
                "FB avslutad",
                "Förhandsbedömning avslutad",
            ),
            krav=True,
        ),
        "utredning_inledd": JaNej(
            ("Inlett J/N", "Inledd J/N", "Utredning inledd", "Utredning inledd J/N", "Inleds utredning")
        ),
        "markerad_sen": JaNej(
            ("Över 14 d (x)", "Över 14 d", "Över 14 dagar", "Över 21 d (x)", "Över 21 d", "Över 21 dagar")
        ),
    },
    berakna={
        "malgrupp": """CASE WHEN regexp_matches(lower(concat_ws(' ', $titel, grupp)), 'relationsvåld|våld i nära') THEN 'relationsvåld'
                            WHEN regexp_matches(lower(concat_ws(' ', $titel, enhet, grupp)), 'barn|unga|ungdom|mottagningsgrupp') THEN 'barn'
                            ELSE 'vuxna' END""",
        "kon": v.kon_sql("malgrupp = 'barn'"),
        "uttagen": v.UTTAGEN,
    },
    etiketter={"kon": v.KON_VARDEN},
    nyckel=("enhet", "grupp", "inkom", "initialer", "kon", "avsandare", "typ"),
    datum=("inkom", "inkom"),
    regler=(
        Regel(
            "klar < inkom",
            "klar",
            "Förhandsbedömningen är klar före den dag då anmälan kom in.",
            "Rätta det datum som är fel i statistikfilen.",
        ),
        Regel(
            "forsta_atgard < inkom",
            "forsta_atgard",
            "Den första åtgärden ligger före den dag då anmälan kom in.",
            "Rätta det datum som är fel i statistikfilen.",
        ),
    ),
    exempel="""
        Statistik 2023 | Enhet: Enheten för barn och unga | Grupp: Mottagningsgruppen |          |            |
        Inkom datum    | Barn (initialer)                 | Kön                       | Anm/Ans  | FB klar    | Över 14 d (x)
        2023-01-02     |                                  | Flicka                    | Anm      | 2023-01-16 |
        3 januari 2023 |                                  | Pojke                     | Ans      | 2023-01-18 | x
        Summa          |                                  | 2                         |          |            |
    """,
    vantat="""
        malgrupp | enhet                    | grupp              | kon     | typ     | inkom      | klar       | markerad_sen
        barn     | Enheten för barn och unga | Mottagningsgruppen | flickor | anmälan | 2023-01-02 | 2023-01-16 | False
        barn     | Enheten för barn och unga | Mottagningsgruppen | pojkar  | ansökan | 2023-01-03 | 2023-01-18 | True
    """,
)
