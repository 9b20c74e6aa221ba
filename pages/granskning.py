"""Hur många ärenden behöver vi granska, och vilka? A sample to review, and the form to fill in."""

from kvalitet_metrics.ui import layout, sample

layout.sida("Planera granskning", "Hur många ärenden behöver vi granska, och vilka?")
if not layout.tomt():
    sample.visa(layout.urval())
