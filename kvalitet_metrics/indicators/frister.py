"""Deadlines as data: what the law says, or what the organisation has decided for itself.

A deadline is a row: which record it is about, from which date to which, how long, in which wording of
the law and from when, and on what ground it may be extended. One that stands in no law is local, and is
called local wherever it is shown. Months are calendar months whose end is clamped to the month's last
day, never a number of days. A duty without a number («genast») is a row too, and has no length.
"""

from dataclasses import dataclass
from datetime import date

NYA_SOL = date(2025, 7, 1)
"""The day that socialtjänstlagen (2025:400) came into force; until then 2001:453."""


@dataclass(frozen=True)
class Lydelse:
    """The paragraph that a deadline stands in, and from when; `langd` where it then got another length."""

    lagrum: str
    galler_fran: date | None = None
    langd: int | None = None


@dataclass(frozen=True, kw_only=True)
class Frist:
    """A length of time from one date of a record to another.

    langd and enhet: calendar months («manader») or days («dagar»); 0 and «ord» for a duty that the law
    gives in words. start and slut: the columns of `tabell` that it runs between. lydelser: oldest first,
    empty for a local deadline. forlangs: the ground on which it may be extended. forlangd_till: the
    column with the last day of a decided extension.
    """

    kod: str
    namn: str
    vad: str
    langd: int
    enhet: str
    tabell: str = ""
    start: str = ""
    slut: str = ""
    lydelser: tuple[Lydelse, ...] = ()
    forlangs: str = ""
    forlangd_till: str = ""
    anm: str = ""

    @property
    def lagstadgad(self) -> bool:
        """True where the deadline stands in law; False where it is the organisation's own."""
        return bool(self.lydelser)

    def lydelse(self, dag: date) -> Lydelse | None:
        """The wording in force on a day; None for a local deadline and for a day before any wording."""
        before = [x for x in self.lydelser if x.galler_fran is None or x.galler_fran <= dag]
        return before[-1] if before else None

    def sista_dag(self, start: str = "") -> str:
        """SQL for the last day in time of a record; an ongoing matter keeps the length of its first day."""
        start = start or self.start
        unit = {"manader": "MONTH", "dagar": "DAY"}[self.enhet]
        plain = f"CAST({start} + INTERVAL {self.langd} {unit} AS DATE)"
        changed = [x for x in reversed(self.lydelser) if x.langd and x.galler_fran]
        if not changed:
            return plain
        whens = " ".join(
            f"WHEN {start} >= DATE '{x.galler_fran}' THEN CAST({start} + INTERVAL {x.langd} {unit} AS DATE)"
            for x in changed
        )
        return f"CASE {whens} ELSE {plain} END"

    def i_tid(self, start: str = "", slut: str = "") -> str:
        """SQL that is true where the matter ended no later than its last day in time."""
        return f"{slut or self.slut} <= {self.sista_dag(start)}"

    @property
    def klasser(self) -> tuple[str, str, str]:
        """The three classes of a matter whose deadline may be extended, in words."""
        over = f"över {self.namn}"
        return f"inom {self.namn}", f"{over}, förlängd genom beslut", f"{over}, utan beslut om förlängning"

    def klass(self, idag: str = "") -> str:
        """SQL for the class of a record: in time, late within a decided extension, or late without one.

        idag: the column with the day on which a matter that has not ended was last known to go on.
        """
        slut = f"coalesce({self.slut}, {idag})" if idag else self.slut
        inom, forlangd, utan = self.klasser
        return (
            f"CASE WHEN {slut} IS NULL OR {self.start} IS NULL THEN NULL "
            f"WHEN {slut} <= {self.sista_dag()} THEN '{inom}' "
            f"WHEN {slut} <= {self.forlangd_till} THEN '{forlangd}' ELSE '{utan}' END"
        )

    def __str__(self) -> str:
        """As a reader meets it: «fyra månader (20 kap. 3 § SoL …)» or «… (lokal frist)»."""
        if not self.lagstadgad:
            return f"{self.namn} (lokal frist)"
        texter = [
            lydelse.lagrum + (f" från {lydelse.galler_fran.isoformat()}" if lydelse.galler_fran else "")
            for lydelse in self.lydelser
        ]
        return f"{self.namn} ({', '.join(texter)})"


def sol(gamla: str, nya: str) -> tuple[Lydelse, ...]:
    """The same duty in the old and the new socialtjänstlag."""
    return Lydelse(f"{gamla} SoL (2001:453)"), Lydelse(f"{nya} SoL (2025:400)", NYA_SOL)


UTREDNING_BARN = Frist(
    kod="utredning_barn",
    namn="fyra månader",
    vad="En utredning som rör ett barn ska vara slutförd",
    langd=4,
    enhet="manader",
    tabell="utredning",
    start="inledd",
    slut="avslutad",
    lydelser=sol("11 kap. 2 §", "20 kap. 3 §"),
    forlangs="särskilda skäl, för viss tid, genom beslut",
    forlangd_till="forlangd_till",
)
UTREDNING_VUXNA = Frist(
    kod="utredning_vuxna",
    namn="en månad",
    vad="En utredning som rör en vuxen ska vara slutförd",
    langd=1,
    enhet="manader",
    tabell="utredning",
    start="inledd",
    slut="avslutad",
    anm="Lagen sätter ingen gräns; förvaltningslagen (2017:900) 11–12 §§ gäller vid väsentlig försening.",
)
FORHANDSBEDOMNING_BARN = Frist(
    kod="forhandsbedomning_barn",
    namn="14 dagar",
    vad="Efter en anmälan som rör ett barn ska det vara avgjort om en utredning inleds",
    langd=14,
    enhet="dagar",
    tabell="forhandsbedomning",
    start="inkom",
    slut="klar",
    lydelser=sol("11 kap. 1 a §", "20 kap. 2 §"),
    forlangs="synnerliga skäl",
    anm="Gäller anmälningar, och inte om barnet redan utreds.",
)
FORHANDSBEDOMNING_RELATIONSVALD = Frist(
    kod="forhandsbedomning_relationsvald",
    namn="21 dagar",
    vad="Förhandsbedömningen vid relationsvåld ska vara klar",
    langd=21,
    enhet="dagar",
    tabell="forhandsbedomning",
    start="inkom",
    slut="klar",
)
SKYDDSBEDOMNING_BARN = Frist(
    kod="skyddsbedomning_barn",
    namn="dagen efter",
    vad="Barnets behov av omedelbart skydd ska vara bedömt",
    langd=1,
    enhet="dagar",
    tabell="forhandsbedomning",
    start="inkom",
    slut="skyddsbedomd",
    anm="Lagen säger genast (11 kap. 1 a § SoL 2001:453, 20 kap. 1 § SoL 2025:400). En dag är lokalt.",
)
OVERVAGANDE = Frist(
    kod="overvagande",
    namn="sex månader",
    vad="Vård utom hemmet ska övervägas eller omprövas",
    langd=6,
    enhet="manader",
    tabell="overvagande",
    start="foregaende",
    slut="datum",
    lydelser=(*sol("6 kap. 8 §", "22 kap. 13 §"), Lydelse("13 § LVU (1990:52)")),
    anm="Övervägande gäller SoL och LVU 2 §; omprövning gäller LVU 3 §. Det är två olika beslut.",
)
EJ_VERKSTALLT = Frist(
    kod="ej_verkstallt",
    namn="tre månader",
    vad="Ett gynnande beslut ska vara verkställt, annars rapporteras det till IVO",
    langd=3,
    enhet="manader",
    tabell="beslut",
    start="beslutad",
    slut="verkstalld",
    lydelser=(*sol("16 kap. 6 f §", "34 kap. 1 §"), Lydelse("28 f § LSS (1993:387)")),
)
ASI_GRUND = Frist(
    kod="asi_grund",
    namn="fem år",
    vad="En ny ASI Grund ska ha gjorts",
    langd=60,
    enhet="manader",
    tabell="asi",
    start="asi_datum",
    slut="datum",
    anm="Stockholms stads gräns; Socialstyrelsen rekommenderar två år.",
)
ARBETSANTECKNING = Frist(
    kod="arbetsanteckning",
    namn="14 dagar",
    vad="Arbetsanteckningar ska vara sammanfattade i journalen",
    langd=14,
    enhet="dagar",
    anm="SOSFS 2014:5 säger utan oskäligt dröjsmål.",
)
GENOMFORANDEPLAN_FRAN_BESTALLNING = Frist(
    kod="genomforandeplan_fran_bestallning",
    namn="15 dagar från beställning",
    vad="Genomförandeplanen ska vara upprättad",
    langd=15,
    enhet="dagar",
    tabell="genomforandeplan",
    start="bestalld",
    slut="upprattad",
    anm="Varken lag eller SOSFS 2014:5 anger ett antal dagar.",
)
GENOMFORANDEPLAN_FRAN_PLANERINGSMOTE = Frist(
    kod="genomforandeplan_fran_planeringsmote",
    namn="sex veckor från planeringsmöte",
    vad="Genomförandeplanen ska vara upprättad",
    langd=42,
    enhet="dagar",
    tabell="genomforandeplan",
    start="planeringsmote",
    slut="upprattad",
)
GENOMFORANDEPLAN_STANGD = Frist(
    kod="genomforandeplan_stangd",
    namn="sex veckor från uppdragets start",
    vad="Genomförandeplanen ska vara stängd i systemet",
    langd=42,
    enhet="dagar",
    tabell="genomforandeplan",
    start="startdatum",
    slut="stangd",
)
INLEDA = Frist(
    kod="inleda",
    namn="genast",
    vad="En utredning ska inledas",
    langd=0,
    enhet="ord",
    lydelser=sol("11 kap. 1 §", "14 kap. 2 §"),
)
INFORMERA_ANMALARE = Frist(
    kod="informera_anmalare",
    namn="en vecka",
    vad="En anmälare som frågar ska få veta om en utredning inletts",
    langd=7,
    enhet="dagar",
    lydelser=(Lydelse("19 kap. 6 § SoL (2025:400)", NYA_SOL),),
)
LEX_SARAH_RAPPORT = Frist(
    kod="lex_sarah_rapport",
    namn="genast",
    vad="Ett missförhållande eller en risk ska rapporteras",
    langd=0,
    enhet="ord",
    lydelser=(*sol("14 kap. 3 §", "27 kap. 2 §"), Lydelse("24 b § LSS (1993:387)")),
)
LEX_SARAH_UTREDNING = Frist(
    kod="lex_sarah_utredning",
    namn="genast",
    vad="Rapporten ska dokumenteras, utredas och det som brister avhjälpas",
    langd=0,
    enhet="ord",
    lydelser=(*sol("14 kap. 6 §", "27 kap. 5 §"), Lydelse("24 e § LSS (1993:387)")),
    anm="I äldre SoL och i LSS: utan dröjsmål.",
)
LEX_SARAH_ANMALAN = Frist(
    kod="lex_sarah_anmalan",
    namn="snarast",
    vad="Ett allvarligt missförhållande, eller en påtaglig risk för det, ska anmälas till IVO",
    langd=0,
    enhet="ord",
    lydelser=(*sol("14 kap. 7 §", "27 kap. 6 §"), Lydelse("24 f § LSS (1993:387)")),
)
PERSONUPPGIFTSINCIDENT = Frist(
    kod="personuppgiftsincident",
    namn="72 timmar",
    vad="En personuppgiftsincident ska anmälas till IMY, om den inte är osannolik som risk",
    langd=3,
    enhet="dagar",
    tabell="puincident",
    start="intraffad",
    slut="anmald",
    lydelser=(Lydelse("artikel 33 dataskyddsförordningen (EU) 2016/679"),),
)


def alla() -> tuple[Frist, ...]:
    """Every deadline of this file, in the order in which they stand."""
    return tuple(value for value in globals().values() if isinstance(value, Frist))
