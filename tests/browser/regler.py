"""What axe is asked about a page: the rules of WCAG 2.1 A and AA, all of them or those of colours."""

from axe_playwright_python.sync_playwright import Axe

REGLER = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
FARGER = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
"""What may differ between light and dark."""
UTOM = {"exclude": [[".main-svg"]]}
"""Hundreds of marks that axe has no rule for; what a chart says to those who listen is its frame's."""


def brott(vy, regler: dict) -> dict[str, list[str]]:
    """What axe finds, also when a page that is fading in has come to rest."""
    for _ in range(6):
        fynd = Axe().run(vy, context=UTOM, options=regler).response["violations"]
        if not fynd:
            break
        vy.wait_for_timeout(500)
    return {f["id"]: [nod["html"][:120] for nod in f["nodes"]] for f in fynd}
