"""What the lists and the tables of reasons for closing have in common."""

ORSAK = ("Avslutsorsak", "Orsak till avslut", "Orsak avslut", "Avslutningsorsak", "Avslutskod")

ORSAKER = {
    "Arbete": ("arbetsinkomst", "arbetsinkomster"),
    "Studier": ("studiemedel", "utbildning"),
    "Annan ersättning": ("annan inkomst", "andra bidrag eller ersättningar"),
    "Flyttat": ("flytt", "utflyttad"),
    "Avliden": ("avlidit",),
    "Okänd": ("okänt", "okänd orsak", "ej angivet", "uppgift saknas"),
}
"""Reasons in the spellings that are known; others are kept as written and reach the queue."""
