"""Hur många ärenden behöver vi granska, och vilka? A sample to review, and the form to fill in."""

from kvalitet_metrics.ui import layout, sample

SIDA = {
    "titel": "Planera granskning",
    "fraga": "Hur många ärenden behöver vi granska, och vilka?",
    "grupp": "Uppgifter",
    "ordning": 30,
}
layout.sida(**SIDA)
if not layout.tomt():
    sample.visa(layout.urval())
