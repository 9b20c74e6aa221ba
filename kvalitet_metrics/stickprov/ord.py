"""How many cases to review, as sentences: what a margin asks for, and what a number gives."""

from kvalitet_metrics import text
from kvalitet_metrics.stats import sample

HALFTEN = 0.5
"""The share that is the hardest to know, and so the careful one to plan for."""


def behov(marginal: float, population: int | None = None, andel: float = HALFTEN) -> str:
    """How many cases a margin asks for, as a sentence.

    >>> behov(0.1, 455).replace(text.NBSP, " ")
    'För ± 10 procentenheter behövs 80 av 455 ärenden.'
    """
    antal = sample.size(marginal, andel, population)
    hur_many = text.antal(antal, "ärende", "ärenden") if population is None else av(antal, population)
    efter = ", hur många de än väljs bland" if population is None else ""
    return f"För {plusminus(marginal)} behövs {hur_many}{efter}."


def osakerhet(antal: int, population: int | None = None, andel: float = HALFTEN) -> str:
    """How uncertain a share from so many cases is, as a sentence.

    >>> osakerhet(20, 455).replace(text.NBSP, " ")
    'Med 20 av 455 ärenden blir osäkerheten ungefär ± 21 procentenheter.'
    """
    if population is not None and antal >= population:
        if population == 1:
            return "Det finns bara ett ärende att granska, så det blir ingen osäkerhet av att välja ut."
        return f"Alla {av(population, population)} granskas, så det blir ingen osäkerhet av att välja ut."
    hur_many = text.antal(antal, "ärende", "ärenden") if population is None else av(antal, population)
    return f"Med {hur_many} blir osäkerheten ungefär {plusminus(sample.margin(antal, andel, population))}."


def av(antal: int, population: int) -> str:
    """«20 av 455 ärenden», or the whole alone."""
    alla = text.antal(population, "ärende", "ärenden")
    return alla if antal == population else f"{text.tal(antal)} av {alla}"


def plusminus(marginal: float) -> str:
    """A margin in percentage points, with decimals only below ten."""
    punkter = text.tal_kort(marginal * 100, 0 if marginal >= 0.1 else 1)
    return f"±{text.NBSP}{punkter}{text.NBSP}{'procentenhet' if punkter == '1' else 'procentenheter'}"


def forutsatter(andel: float = HALFTEN) -> str:
    """What the sentences above take for granted.

    >>> forutsatter(0.9).replace(text.NBSP, " ")
    'Gäller en andel nära 90 % och 95 procents säkerhet.'
    """
    varst = ", som är den osäkraste," if andel == HALFTEN else ""
    return f"Gäller en andel nära {text.procent(andel, 0)}{varst} och 95 procents säkerhet."
