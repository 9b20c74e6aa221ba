"""Results, targets and counts that are nobody's records: tables of key figures kept beside the systems."""

from pathlib import Path

from kvalitet_metrics.example._org import (
    ALDRE,
    BARN_OCH_UNGDOMSVARD,
    EKONOMISKT_BISTAND,
    FRITID,
    INDIVID_OCH_FAMILJ,
    JARVA,
    OVERGRIPANDE,
    SYDVAST,
    VUXNA,
)
from kvalitet_metrics.example._sheet import NBSP, Blad, Cell, ExampleFile, Rad, rutor, write_xlsx

JARVA_VARDEN = {
    "Uppföljning 2023": f"""
        avdelning            | enhet | nyckeltal                                                              | Utfall
        {INDIVID_OCH_FAMILJ} |       | Kommuner och stadsdelsförvaltningar som IVO kontrollerade ytterligare  | 26
        {INDIVID_OCH_FAMILJ} |       | Avvikande fynd vid systematisk genomgång av ärenden                    | Inget
        {INDIVID_OCH_FAMILJ} |       | Information om nytt boende framgår inte                                | 80 %
        {INDIVID_OCH_FAMILJ} |       | Samtal med barnet genomfört inför omplacering                          | 93 %
        {INDIVID_OCH_FAMILJ} |       | Barnets inställning till omplacering dokumenterad                      | 70 %
    """,
    "Krav 2023": f"""
        avdelning | enhet | nyckeltal                                             | Utfall | Mål
        {ALDRE}   |       | Arbetsdagar till dokumentation efter driftstörning    | -      | 5
    """,
}
"""Järva 2023, Granskningar och revisioner. The shares are published without the number of cases."""

SYDVAST_VARDEN = {
    "Uppföljning, kvalitetsår 2022/2023": f"""
        avdelning              | enhet                  | nyckeltal                                                    | Utfall
        {BARN_OCH_UNGDOMSVARD} |                        | Oegentligheter vid behörighetskontroller                     | Inga
        {BARN_OCH_UNGDOMSVARD} |                        | Sidor i logglista vid kontroll av en medarbetare             | 48
        {BARN_OCH_UNGDOMSVARD} |                        | Delegationsbeslut som väljs per granskningstillfälle         | 3
        {BARN_OCH_UNGDOMSVARD} | Barn och familj 1      | Granskade ärenden per handläggare vid lönerevision           | 3
        {BARN_OCH_UNGDOMSVARD} | Barn och familj 2      | Granskade ärenden per handläggare vid lönerevision           | 3
        {BARN_OCH_UNGDOMSVARD} | Barn och familj 3      | Granskade ärenden per handläggare vid lönerevision           | 3
        {BARN_OCH_UNGDOMSVARD} | Barn och familj 2      | Felaktigheter i uppdrag till resursverksamheterna            | Inga
        {BARN_OCH_UNGDOMSVARD} | Resursverksamheterna   | Kortaste av de långa tiderna till genomförandeplan, veckor   | 7
        {BARN_OCH_UNGDOMSVARD} | Resursverksamheterna   | Längsta tid till genomförandeplan, månader                   | 3
        {BARN_OCH_UNGDOMSVARD} |                        | Systematiska brister i hanteringen av synpunkter             | Inga
        {BARN_OCH_UNGDOMSVARD} |                        | Nya tjänster som åtgärd efter lex Sarah                      | 6
        {BARN_OCH_UNGDOMSVARD} | Utredarenheterna       | Ärenden med LÖSA barnutredning och kommunicering av beslut   | 70 %
        {EKONOMISKT_BISTAND}   |                        | Genomförda brukarenkäter                                     | Ingen
        {EKONOMISKT_BISTAND}   |                        | Externa tillsyner och granskningar                           | Inga
        {EKONOMISKT_BISTAND}   |                        | Utbetalningar som granskas per dag                           | 3
        {EKONOMISKT_BISTAND}   |                        | Avvikelser av vikt i delegationsbeslut                       | Inga
        {EKONOMISKT_BISTAND}   |                        | Brev till samma person på en gång i en avvikelse             | 80
        {EKONOMISKT_BISTAND}   |                        | Utbildningar om avvikelser och lex Sarah                     | 1
        {EKONOMISKT_BISTAND}   |                        | Ärenden på mottaget med barnkonsekvensanalys                 | 100 %
        {VUXNA}                |                        | Intervjuade klienter i utvärderingen av Unga Vuxna           | 8
        {VUXNA}                |                        | Genomförda brukarenkäter                                     | Ingen
        {VUXNA}                |                        | Externa tillsyner och granskningar                           | Inga
        {VUXNA}                |                        | Nya avvikelser i handlingar till individutskottet            | Inga
        {VUXNA}                |                        | Avvikelser av vikt i delegationsbeslut                       | Inga
        {VUXNA}                |                        | Utbildningar om avvikelser och lex Sarah                     | 1
        {VUXNA}                |                        | Utredningar med barnkonsekvensanalys                         | 100 %
        {VUXNA}                |                        | Medarbetare i mottaget som använder FREDA                    | 100 %
        {FRITID}               |                        | Mötesplatser som når minsta antal enkäter                    | 100 %
        {OVERGRIPANDE}         | HR-avdelningen         | Rapporterade avvikelser                                      | Inga
        {OVERGRIPANDE}         | Ekonomiavdelningen     | Rapporterade avvikelser                                      | Inga
        {OVERGRIPANDE}         | Stab och kommunikation | Rapporterade avvikelser                                      | Inga
    """,
    "Krav och mål, kvalitetsår 2022/2023": f"""
        avdelning              | enhet                | nyckeltal                                             | Utfall | Mål
        {BARN_OCH_UNGDOMSVARD} | Resursverksamheterna | Skälig tid till genomförandeplan, veckor              | -      | 6
        {EKONOMISKT_BISTAND}   |                      | Ärenden att granska per socialsekreterare och gång    | -      | 2
        {EKONOMISKT_BISTAND}   |                      | Granskningar per år                                   | -      | 2
        {FRITID}               |                      | Enkäter per mötesplats                                | -      | 15
    """,
    "Missbruksgruppens granskning, 2022-10-01--2023-03-31": f"""
        avdelning | enhet | nyckeltal                                          | Utfall
        {VUXNA}   |       | 1:e socialsekreterare som gjorde stickprov         | 3
        {VUXNA}   |       | Stickprov per 1:e socialsekreterare och vecka      | 1
    """,
    "Mätningar 2023": f"""
        avdelning      | enhet | nyckeltal                                                          | Utfall
        {FRITID}       |       | Sommarlovsdeltagare som varit med i ny aktivitet och på ny plats   | 45 %
        {FRITID}       |       | Ungdomar som varit med och sökt pengar för aktiviteter             | 17 %
        {FRITID}       |       | Ungdomar som svarar att deras idéer styr                           | 90 %
        {OVERGRIPANDE} |       | Nämndledamöter som instämmer i att beslutsunderlagen håller hög kvalitet | 92 %
    """,
    "Planerad granskning oktober 2023": f"""
        avdelning              | enhet                | nyckeltal                    | Utfall | Mål
        {BARN_OCH_UNGDOMSVARD} | Resursverksamheterna | Ärenden att granska per enhet | -      | 6
        {BARN_OCH_UNGDOMSVARD} | Resursverksamheterna | Ärenden att granska per team | -      | 3
    """,
    "Mål till 2027": f"""
        avdelning            | enhet | nyckeltal                        | Utfall | Mål
        {EKONOMISKT_BISTAND} |       | Besök per handläggare och månad  | -      | 30
    """,
}
"""Sydväst, as published in the text of chapters 2–7. «Alla» and «samtliga» are written 100 %; that three
supporting departments had no deviations is a zero for each of them."""


def write(folder: Path) -> list[ExampleFile]:
    """Write a workbook for Järva and one for Sydväst, with a block per period or kind of value."""
    return [
        _bok(folder / "Nyckeltal_Järva_2023.xlsx", JARVA, JARVA_VARDEN),
        _bok(folder / "Nyckeltal_Sydväst_2022-2023.xlsx", SYDVAST, SYDVAST_VARDEN),
    ]


def _bok(path: Path, forvaltning: str, block: dict[str, str]) -> ExampleFile:
    rader: list[Rad] = []
    for titel, tabell in block.items():
        poster = rutor(tabell)
        varden = list(poster[0])[3:]
        rader += [[titel], ["Nyckeltal/Indikator", "Avdelning", "Enhet", *varden]]
        rader += [
            [p["nyckeltal"], p["avdelning"], p["enhet"] or None, *(_cell(p[v]) for v in varden)]
            for p in poster
        ]
        rader.append([])
    write_xlsx(path, [Blad("Nyckeltal", rader)])
    return ExampleFile(path, forvaltning)


def _cell(text: str) -> Cell:
    return int(text) if text.isdigit() else text.replace(" %", f"{NBSP}%")
