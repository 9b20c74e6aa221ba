"""Step 3: Swedish cells → typed values, as DuckDB expressions over whole columns.

Every function takes the SQL of a text and returns the SQL of a value that is NULL where the text
cannot be read that way. Nothing loops over cells in Python.
"""

import re
from datetime import date
from functools import lru_cache

SPACES = "\u00a0\u202f\u2009\u2007\t\r\n"
"""Every kind of blank that exports use: no-break, narrow, thin and figure spaces, tab, line breaks."""

INVISIBLE = "\u00ad\u200b\u200e\ufeff"
"""Soft hyphen, zero-width space, direction mark, byte order mark: they carry no meaning in a cell."""

SAKNAS = {
    "-": "saknas",
    "–": "saknas",
    "—": "saknas",
    "*": "för få svar",
    ".": "ej tillämplig",
    "..": "sekretess",
    "x": "dold",
    "<5": "dold",
    "<10": "dold",
    "~100": "dold",
    "~0": "dold",
    "...": "saknas",
    "n/a": "saknas",
    "ej svar": "saknas",
    "uppgift saknas": "saknas",
}
"""Marks that stand for a missing number, with what they mean. Blank is a reason of its own: «tom»."""

ETT_TAL = "Skriv ett enda tal, 0 om det är noll, eller lämna cellen tom om uppgiften saknas."
"""What to do about a cell that holds no number."""

NOLL_I_ORD = ("inga", "ingen", "inget")
"""Words that stand for zero in number cells."""

MANADER = "januari februari mars april maj juni juli augusti september oktober november december".split()

TOTALRAD = r"^(total(t|summa)?( antal)?|(total)?summa|summering|samtliga|sum)\s*:?$"
"""A first cell that marks a totals row: kept as a control value, never counted."""

TOTALORD = ("total", "totalt", "totalsumma", "summa", "samtliga", "summering")
"""Words that stand for a total in any column, where the rest of the row is numbers."""

ANTAL_I_TEXT = r"(.* )?(total(t|summa)?|summa|samtliga|antal \S+) ?: ?\d[\d ]*( st)?\.?"
"""A cell alone in its row that says how many rows there are: «Totalt: 5», «Kritisk Medium Totalt: 7»."""

DELSUMMA = r"^(totalt?|delsumma|summa|totalsumma|samtliga)( för| i)? \S|\S (totalt?|summa|totalsumma)\s*:?$"
"""A first cell that names the sum of a group of rows, where the rest of the row lacks what a record has."""

NOT_BORJAN = r"^(\*|\d\)|(källa|not|anm|anmärkning|obs|kommentar|uttagsdatum|utskriv\w*)\b)"
"""How a note under a table begins."""

NOT = rf"{NOT_BORJAN}|.{{60}}|\.$"
"""How a note under a table begins, or that it is as long as a sentence or ends as one."""


def text(cell: str) -> str:
    """The cell without outer or odd blanks; NULL where nothing is left. Most cells have none to replace."""
    odd = literal(f"[{SPACES}{INVISIBLE}]")
    plain = f"translate({cell}, {literal(SPACES + INVISIBLE)}, {literal(' ' * len(SPACES))})"
    return f"nullif(trim(CASE WHEN regexp_matches({cell}, {odd}) THEN {plain} ELSE {cell} END), '')"


def datum(t: str) -> str:
    """A date in any form an export uses; NULL for anything else and for years outside 1900–2100.

    ISO with or without a clock time, 20230705, 5/7/2023, 05/07/23 and 5.7.2023 (day first, as in
    Sweden), 23-07-05, 5 juli 2023, ons den 5 juli -23, and Excel's serial number 45112.
    """
    clock = r"'[ t]+\d{1,2}[:.]\d\d([:.]\d\d)?$'"
    bare = f"lower(regexp_replace(translate({t}, '–‑‐−', '----'), {clock}, '', 'i'))"
    words = bare
    for number, month in enumerate(MANADER, start=1):
        words = f"regexp_replace({words}, '\\b{month[:3]}[a-zå]*[.,]*\\s', '{number} ')"
    weekday = r"'^([a-zåäö]+dag(en)?|mån|tis|ons|tor|tors|fre|lör|sön)?[.,]?\s*(den )?\s*'"
    words = f"regexp_replace({words}, {weekday}, '')"
    words = f"regexp_replace({words}, ':?[ae]\\s', ' ')"
    value = f"""coalesce(
        CASE WHEN try_cast({t} AS DATE) >= DATE '1000-01-01' THEN try_cast({t} AS DATE) END,
        CASE WHEN regexp_full_match({t}, '\\d{{8}}') THEN CAST(try_strptime({t}, '%Y%m%d') AS DATE) END,
        CASE WHEN regexp_full_match({t}, '[2-6]\\d{{4}}(\\.\\d+)?')
             THEN DATE '1899-12-30' + CAST(floor(CAST({t} AS DOUBLE)) AS INTEGER) END,
        CASE WHEN regexp_full_match({bare}, '\\d\\d-\\d\\d-\\d\\d')
             THEN CAST(try_strptime({bare}, '%y-%m-%d') AS DATE) END,
        CAST(try_strptime({bare}, ['%d/%m/%y', '%d.%m.%y', '%d/%m/%Y', '%d.%m.%Y', '%d-%m-%Y', '%Y-%m-%d',
                                   '%Y.%m.%d']) AS DATE),
        CAST(try_strptime({words}, ['%d %m %y', '%d %m -%y', '%d %m %Y']) AS DATE))"""
    return f"CASE WHEN {value} BETWEEN DATE '1900-01-01' AND DATE '2100-12-31' THEN {value} END"


def period(t: str) -> str:
    """The first and last day of a period, as STRUCT(start, slut); NULL for anything else.

    2023, 2023-07, juli 2023, juli -23, T1 2023, 2023 T1, Q2 2023, kv 2 2023, kvartal 2 2023, H1 2023,
    2022/2023 (1 September to 31 August), and a single day.
    """
    low = f"lower(translate({t}, '–‑‐−´’', '------'))"
    months = {f"{m[:3]}[a-zå]*[.]?": (number, 1) for number, m in enumerate(MANADER, start=1)}
    parts = {"(?:t|tertial) ?": 4, "(?:q|k|kv|kvartal)[.]? ?": 3, "(?:h|halvår) ?": 6}
    named = months | {
        f"{word}{nr}": ((nr - 1) * length + 1, length)
        for word, length in parts.items()
        for nr in range(1, 12 // length + 1)
    }
    whens = [f"WHEN regexp_full_match({low}, '20\\d\\d') THEN {span_sql(low, 1, 12)}"]
    whens += [
        f"WHEN regexp_full_match({low}, '20\\d\\d-{number:02}') THEN {span_sql(low, number, 1)}"
        for number in range(1, 13)
    ]
    year_last = "[ -]{0,2}(?:20)?\\d\\d"
    whens += [
        f"WHEN regexp_full_match({low}, '{word}{year_last}|20\\d\\d[ ,]*{word}') THEN {span_sql(low, *span)}"
        for word, span in named.items()
    ]
    school = f"make_date(CAST(left({low}, 4) AS INTEGER), 9, 1)"
    next_year = f"CAST(right({low}, 2) AS INTEGER) = (CAST(left({low}, 4) AS INTEGER) + 1) % 100"
    whens.append(
        f"WHEN regexp_full_match({low}, '20\\d\\d ?/ ?(20)?\\d\\d') AND {next_year} "
        f"THEN {{'start': {school}, 'slut': CAST({school} + INTERVAL 1 YEAR - INTERVAL 1 DAY AS DATE)}}"
    )
    day = datum(t)
    return f"CASE {' '.join(whens)} WHEN ({day}) IS NOT NULL THEN {{'start': ({day}), 'slut': ({day})}} END"


def span_sql(text: str, first: int, months: int) -> str:
    """SQL for the struct of first and last day of some months of the only year in a text."""
    year = (
        f"CAST(coalesce(nullif(regexp_extract({text}, '20\\d\\d'), ''), '20' || right({text}, 2)) AS INTEGER)"
    )
    start = f"make_date({year}, {first}, 1)"
    return f"{{'start': {start}, 'slut': CAST({start} + INTERVAL {months} MONTH - INTERVAL 1 DAY AS DATE)}}"


def tal(t: str) -> str:
    """A number: blanks between thousands, decimal comma or point, a trailing «st», a real minus sign.

    12,000 and 12.000 are none: twelve to one reader and twelve thousand to another.
    """
    bare = f"trim(regexp_replace(replace(replace(lower({t}), '−', '-'), ',', '.'), '(st|kr|år|%)\\.?$', ''))"
    zero = ", ".join(f"'{w}'" for w in NOLL_I_ORD)
    shape = r"'-? ?(\d{1,3}( \d{3})+|\d+)(\.\d+)?(e[+-]?\d+)?'"
    doubtful = r"'-?[1-9]\d{0,2}(\.000)+'"
    digits = f"""CASE WHEN regexp_full_match({bare}, {shape}) AND NOT regexp_full_match({bare}, {doubtful})
                      THEN replace({bare}, ' ', '') END"""
    number = f"try_cast({digits} AS DOUBLE)"
    return f"CASE WHEN lower({t}) IN ({zero}) THEN 0.0 ELSE {number} END"


def heltal(t: str) -> str:
    """A whole number; 12,0 is one, 12,5 and 12 % are not."""
    number = tal(t)
    whole = f"{number} = floor({number}) AND abs({number}) < 1e15 AND NOT contains({t}, '%')"
    return f"CASE WHEN {whole} THEN CAST({number} AS BIGINT) END"


def andel(t: str, i_procent: bool = False) -> str:
    """A share 0–1. What it is follows from a % sign in the cell or the heading, never from its size."""
    number = tal(t)
    if i_procent:
        return f"({number}) / 100"
    percent = f"WHEN contains({t}, '%') THEN ({number}) / 100"
    return f"CASE {percent} WHEN ({number}) BETWEEN 0 AND 1 THEN {number} END"


def saknas(t: str) -> str:
    """Why a number is missing: tom, saknas, ej tillämplig, sekretess, för få svar, dold; else NULL."""
    whens = " ".join(f"WHEN {literal(mark)} THEN {literal(why)}" for mark, why in SAKNAS.items())
    return f"CASE WHEN {t} IS NULL THEN 'tom' ELSE CASE lower({t}) {whens} END END"


def ja_nej(t: str) -> str:
    """TRUE for ja, j, x, 1, sant; FALSE for nej, n, 0, falskt and for an empty cell."""
    return (
        f"CASE WHEN {t} IS NULL THEN FALSE WHEN lower({t}) IN ('ja','j','x','1','true','sant') THEN TRUE "
        f"WHEN lower({t}) IN ('nej','n','0','false','falskt','-') THEN FALSE END"
    )


def etikett(t: str, synonymer: dict[str, str]) -> str:
    """A label: the canonical one where the written one is known (case does not matter), else as written.

    `synonymer` maps what may stand in the file, in lower case, to the canonical label.
    """
    if not synonymer:
        return t
    whens = " ".join(f"WHEN {literal(s)} THEN {literal(k)}" for s, k in synonymer.items())
    return f"CASE lower({t}) {whens} ELSE {t} END"


def kod(t: str, synonymer: dict[str, str]) -> str:
    """A label out of a closed list; NULL for any other."""
    whens = " ".join(f"WHEN {literal(s)} THEN {literal(k)}" for s, k in synonymer.items())
    return f"CASE lower({t}) {whens} END"


def ar_totalrad(t: str) -> str:
    """TRUE where the text marks a totals row."""
    return f"regexp_matches(lower({t}), {literal(TOTALRAD)})"


def ar_period(t: str) -> str:
    """TRUE where the text is no more than a year or a month, which sets the records below it apart."""
    months = "|".join(MANADER)
    return f"regexp_full_match(lower({t}), '(år )?20\\d\\d|({months})( 20\\d\\d)?')"


def ar_antal_i_text(t: str) -> str:
    """TRUE where the text says how many rows the table has."""
    return f"regexp_full_match(lower({t}), {literal(ANTAL_I_TEXT)})"


def ar_delsumma(t: str) -> str:
    """TRUE where the text names the sum of a group, such as «Summa Norr» or «Norr Totalt»."""
    return f"regexp_matches(lower({t}), {literal(DELSUMMA)})"


def ar_not(text_: str) -> bool:
    """True for a text that reads as a note.

    >>> ar_not("Källa: Treserva"), ar_not("* Preliminärt"), ar_not("Enheten för vuxna")
    (True, True, False)
    """
    return bool(re.search(NOT, text_.lower()))


@lru_cache(10_000)
def rubrik(text_: str | None) -> str:
    """A heading in the form in which headings are compared: lower case, single blanks, no line breaks.

    >>> rubrik("Funktions-\\nnedsättning"), rubrik(" Inledd  datum: ")
    ('funktionsnedsättning', 'inledd datum')
    """
    text_ = re.sub(r"-\s*[\r\n]+\s*", "", text_ or "")
    for sign in INVISIBLE:
        text_ = text_.replace(sign, "")
    return re.sub(r"\s+", " ", text_).strip(" :*.").lower()


def hopskriven(rubrik_: str) -> str:
    """A heading without blanks and signs, for spellings such as «Fr o m», «Ärende_nr», «Good enoug h mål».

    >>> hopskriven("fr.o.m") == hopskriven("fr o m")
    True
    """
    return re.sub(r"[\s._–-]", "", rubrik_)


@lru_cache(10_000)
def skriven(text_: str) -> str:
    r"""A heading as a reader sees it: without the line breaks, hyphens and odd blanks of a narrow column.

    >>> skriven("Har barnets\n röst  hörts\u00a0?"), skriven("Funktions-\nnedsättning")
    ('Har barnets röst hörts ?', 'Funktionsnedsättning')
    """
    text_ = re.sub(r"(?<=\w)-\s*[\r\n]+\s*(?=[a-zåäö])", "", text_)
    return " ".join(text_.translate(dict.fromkeys(map(ord, INVISIBLE))).split())


def literal(value: object) -> str:
    """A text, date or nothing as an SQL literal."""
    if value is None:
        return "NULL"
    if isinstance(value, date):
        return f"DATE '{value}'"
    return "'" + str(value).replace("'", "''") + "'"
