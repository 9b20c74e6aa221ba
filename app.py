"""The app: its menu and nothing else. Start it with `python -m kvalitet_metrics run`."""

from kvalitet_metrics.ui import layout

layout.meny(
    {
        "pages/oversikt.py": "Översikt",
        "pages/utforska.py": "Utforska",
        "pages/atgarder.py": "Åtgärder",
        "pages/utredningstider.py": "Utredningstider",
        "pages/avvikelser_lex_sarah.py": "Avvikelser och lex Sarah",
        "pages/datakvalitet.py": "Datakvalitet",
        "pages/granskning.py": "Planera granskning",
        "pages/ladda_upp.py": "Ladda upp",
        "pages/sa_raknas_det.py": "Så räknas det",
    }
)
