"""What the lists and the tables of reasons for closing have in common."""

ORSAK = ("Avslutsorsak", "Orsak till avslut", "Orsak avslut", "Avslutningsorsak", "Avslutskod")

ORSAKER = {
    "Arbete": ("arbetsinkomst", "arbetsinkomster", "börjat arbeta"),
    "Studier": ("studiemedel", "utbildning", "börjat studera"),
    "Annan ersättning": (
        "annan inkomst",
        "andra bidrag eller ersättningar",
        "beviljats någon form av ersättning",
    ),
    "Flyttat": ("flytt", "utflyttad"),
    "Försörjs av annan": ("försörjs av annan person",),
    "Annan orsak": ("annat", "övrigt"),
    "Avliden": ("avlidit",),
    "Okänd": ("okänt", "okänd orsak", "ej angivet", "uppgift saknas"),
}
"""Reasons in the spellings that are known; others are kept as written and reach the queue."""
