"""Labels that say nothing: the rest class of a classification."""

RESTORD = ("övrig", "annat", "annan", "okän", "oklar", "ej angett", "ej angiv")
"""How such labels begin, in lower case."""


def restklass(kolumn: str) -> str:
    """SQL that is true where the label in the column says nothing of its kind: Övrigt, Annat, Okänt …"""
    return "(" + " OR ".join(f"lower({kolumn}) LIKE '{ord_}%'" for ord_ in RESTORD) + ")"
