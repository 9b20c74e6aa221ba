"""Vad klagar man på, vad berömmer man, och vem hör av sig? Volumes of views without judgement."""

from kvalitet_metrics.ui import amne, data, layout

SIDA = {
    "titel": "Synpunkter och klagomål",
    "fraga": "Vad klagar man på, vad berömmer man, och vem hör av sig?",
    "grupp": "Områden",
    "ordning": 30,
}
ALLA, KLAGOMAL, BEROM, ANNAT = "synpunkter_antal", "klagomal_antal", "berom_antal", "klagomal_annat_andel"
DAGAR, BESVARADE = "synpunkt_dagar_till_svar", "synpunkt_besvarad_andel"

layout.sida(**SIDA)
if not layout.tomt() and amne.finns("synpunkter eller klagomål", [ALLA, KLAGOMAL, BEROM]):
    vy = layout.urval()
    vanligast = [(KLAGOMAL, "kategori"), (KLAGOMAL, "avsandare")]
    amne.oppna(vy, [KLAGOMAL, BEROM, ANNAT, BESVARADE], (ALLA, "typ"), vanligast)
    amne.avsnitt(
        "Vad gäller klagomålen, och vem klagar?", vy, (KLAGOMAL, "kategori"), (KLAGOMAL, "avsandare")
    )
    amne.avsnitt("Vad får beröm, och av vem?", vy, (BEROM, "kategori"), (BEROM, "avsandare"))
    amne.avsnitt("Var, och hur många säger inte vad?", vy, (ALLA, "enhet"), (ANNAT, amne.TID))
    if data.periodslag(DAGAR):
        amne.avsnitt(
            "Hur fort kommer svaret, och vad är öppet?",
            vy,
            (DAGAR, amne.TIDER),
            (BESVARADE, amne.TID),
            (DAGAR, "kategori"),
            (BESVARADE, "enhet"),
        )
