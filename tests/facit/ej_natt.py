"""The published figures that cannot be reached, each with its reason."""

from tests.facit.fragor import figurerna, ritade_rader

SKAL = {
    "motsägelse": "rapporten säger emot sig själv",
    "ord": "talet är ett ord, en ungefärlig uppgift eller ett krav, inget utfall",
    "underlag": "rapporten publicerar inte det antal som talet är räknat på",
    "katalog": "indikatorn eller exporten kommer med den större katalogen",
}

EJ_NATT = {
    id_: (skal, forklaring) for spann, skal, forklaring in ritade_rader("EJ_NATT") for id_ in figurerna(spann)
}
"""Figure id → reason (a key of SKAL) and what it is about."""
