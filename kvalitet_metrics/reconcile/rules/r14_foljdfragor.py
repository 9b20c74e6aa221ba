"""R14: what the law or the management system asks for next. Class P.

Allvarligt missförhållande, or a palpable risk of one, is reported to IVO (27 kap. 6 § SoL); a critical
risk has a measure; a measure is followed up; a planned control has a result; and what was not done is not
the same as what was not approved.
"""

from dataclasses import dataclass
from typing import Any

from kvalitet_metrics.reconcile.finding import Fynd, Utfall
from kvalitet_metrics.reconcile.loaded import Inlast
from kvalitet_metrics.reconcile.published import Publicerat
from kvalitet_metrics.reconcile.rows import plats
from kvalitet_metrics.text import tal_kort

ALLVARLIGT, IVO = "allvarligt missförhållande", "ivo"
FLEST_FOR_SIG = 3
"""So many records of one sheet are named one by one; more of them are one finding."""
KRITISK = 10
"""The risk value from which a measure is asked for where the source itself says no level."""


def check(publicerat: Publicerat, utfall: Utfall) -> None:
    """Published outcomes of lex Sarah, and own controls without a result."""
    lex = [r for r in publicerat.rader if r.posttyp == "lex_sarah" and r.egen]
    for rad in lex:
        if ALLVARLIGT not in " ".join(rad.cell) or not rad.tal:
            continue
        samma = [r for r in lex if (r.org, r.cell[0], r.period) == (rad.org, rad.cell[0], rad.period)]
        sagt = any(r.tal and IVO in f"{r.namn} {r.delar.get('kategori', '')}".casefold() for r in samma)
        text = (
            f"{rad.beskrivning}: {tal_kort(rad.tal)} rapporterades, men ingen anmälan till IVO anges. Det "
            f"stämmer om "
            "anmälan anges, eller om bedömningen är en annan."
        )
        utfall.kontroll("R14", None if sagt else Fynd("R14", "P", plats(rad), rad.tal, 0, text))
    for rad in publicerat.alla:
        if rad.posttyp == "egenkontroll_bedomning" and rad.matt == "text":
            text = (
                f"{rad.beskrivning}: egenkontrollen har inget resultat. "
                "Ange godkänd, ej godkänd eller ej genomförd."
            )
            utfall.kontroll("R14", None if rad.skrivet else Fynd("R14", "P", plats(rad), None, None, text))


@dataclass(frozen=True)
class Fraga:
    """A question to a table of records: which rows it is about, and which of them lack what is asked for."""

    tabell: str
    galler: str
    saknar: str
    text: str
    flera: str


FRAGOR = (
    Fraga(
        "lex_sarah",
        "bedomning IN ('Allvarligt missförhållande', 'Påtaglig risk för allvarligt missförhållande')",
        "ivo_anmald IS NULL",
        "{bedomning}, men ingen dag för anmälan till IVO. Fyll i dagen, eller rätta bedömningen.",
        "Allvarliga bedömningar utan dag för anmälan till IVO. Fyll i dagarna, eller rätta bedömningarna.",
    ),
    Fraga(
        "risk",
        f"lower(kategori) = 'kritisk' OR (kategori IS NULL AND riskvarde >= {KRITISK})",
        "lower(bedomning) IN ('ingen åtgärd', 'åtgärd saknas')",
        "Risk {nummer} med riskvärde {riskvarde} har ingen åtgärd. Ange en, eller varför ingen behövs.",
        "Kritiska risker har ingen åtgärd. Ange en för var och en, eller varför ingen behövs.",
    ),
    Fraga(
        "atgard",
        "kategori = 'uppföljd'",
        "bedomning = 'uppföljning saknas'",
        "Åtgärden har ingen uppföljning. Skriv vad den ledde till.",
        "Åtgärder har ingen uppföljning. Skriv vad de ledde till.",
    ),
    Fraga(
        "egenkontroll",
        "planerad IS NOT NULL OR period_end IS NOT NULL",
        "bedomning IS NULL AND coalesce(planerad, period_end) < current_date",
        "Egenkontrollen «{kategori}» var planerad men har inget resultat. Ange godkänd, ej godkänd eller ej "
        "genomförd.",
        "Planerade egenkontroller har inget resultat. Ange godkänd, ej godkänd eller ej genomförd för dem.",
    ),
    Fraga(
        "egenkontroll",
        "lower(bedomning) = 'ej godkänd'",
        r"regexp_matches(lower(coalesce(atgard, '')), '(inte|ej) (har )?(kunnat )?(genomför|utför)')",
        "Egenkontrollen «{kategori}» anges som ej godkänd, men texten säger att den inte har genomförts. "
        "Det är två olika bedömningar.",
        "Egenkontroller anges som ej godkända, men texten säger att de inte har genomförts.",
    ),
)
"""What is asked of records."""


def check_loaded(inlast: Inlast, utfall: Utfall) -> None:
    """Every record that a question is about; many of one file that lack the same are one finding."""
    for fraga in FRAGOR:
        saknar: dict[str, list[dict[str, Any]]] = {}
        for rad in inlast.rows(
            f"""SELECT t.*, i.fil FROM (
                  SELECT *, coalesce({fraga.saknar}, FALSE) AS saknar_svar
                  FROM {fraga.tabell} WHERE {fraga.galler}) t
                JOIN inlasning i ON i.upload_id = t.upload_id AND i.tabell = '{fraga.tabell}'
                ORDER BY i.ordning, t.blad, t.rad"""
        ):
            utfall.kontroll("R14")
            if rad["saknar_svar"]:
                saknar.setdefault(f"{rad['fil']}, bladet «{rad['blad']}»", []).append(rad)
        for blad, rader in saknar.items():
            if len(rader) > FLEST_FOR_SIG:
                utfall.fynd.append(
                    Fynd("R14", "P", f"{blad}, {radnummer(rader)}", len(rader), 0, fraga.flera)
                )
                continue
            for rad in rader:
                plats_, text = f"{blad}, rad {rad['rad']}", fraga.text.format(**rad)
                utfall.fynd.append(Fynd("R14", "P", plats_, None, None, text))


def radnummer(rader: list[dict[str, Any]]) -> str:
    """The rows of a sheet, the first few by number."""
    nummer = [str(r["rad"]) for r in rader]
    fler = f" och {len(nummer) - FLEST_FOR_SIG} till" if len(nummer) > FLEST_FOR_SIG else ""
    return f"rad {', '.join(nummer[:FLEST_FOR_SIG])}{fler}"
