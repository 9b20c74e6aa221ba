"""Step 1: bytes of a file → its sheets, as text, read in a child process that may die.

The child (child/) has limits on time, memory and output, and writes nothing to disk. Whatever happens to
it, the caller gets either sheets or a `FileRefused` with one Swedish sentence that says why and what to do.
"""

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

from kvalitet_metrics.errors import FileRefused
from kvalitet_metrics.ingest.sheets import ChildFailed, Sheet, receive

BASE_SECONDS = 15
SECONDS_PER_MB = 1
"""Time for any ordinary file, and more in proportion to its size; a million rows of 20 columns are 84 MB."""
MEMORY_BYTES = 3_000_000_000
MAX_FILE_BYTES = 500_000_000
CHILD = Path(__file__).with_name("child")

REASONS = {
    "empty": "Filen är tom. Exportera den på nytt och kontrollera att den innehåller rader.",
    "encrypted": "Filen är skyddad med lösenord. Öppna den i Excel, ta bort lösenordet (Arkiv, Info, "
    "Skydda arbetsbok) och spara den på nytt.",
    "broken": "Filen är skadad eller avbruten och går inte att läsa. Exportera eller hämta den på nytt.",
    "part_missing": "Filen är skadad: {what} saknas i den. Öppna den i Excel, spara den på nytt som .xlsx "
    "och försök igen.",
    "not_spreadsheet": "Filen innehåller inget kalkylblad utan {what}. Öppna den i det program där den "
    "skapades och spara den som Excel-arbetsbok (.xlsx) eller CSV.",
    "unknown_kind": "Filer av det slaget går inte att läsa in. Välj en fil som slutar på .xlsx, .xlsm, "
    ".xls, .xlsb, .ods, .csv, .tsv, .txt eller .json.",
    "binary": "Filen heter som en textfil men innehåller något annat än text. Exportera den på nytt som "
    "CSV eller Excel.",
    "open_quote": "Ett citattecken öppnas men stängs aldrig ({what}), så det går inte att se var raderna "
    "slutar. Ta bort citattecknet, eller exportera på nytt som Excel.",
    "broken_json": "Filen heter .json men går inte att läsa som JSON. Hämta den på nytt.",
    "json_without_values": "JSON-filen innehåller ingen lista med värden. Hämta den på nytt, till exempel "
    "från Koladas gränssnitt, eller spara tabellen som CSV.",
    "dangerous_xml": "Filen innehåller en dokumenttyp, som inget kalkylprogram skriver och som kan "
    "användas för att överbelasta eller lura läsaren. Öppna den i Excel, spara den på nytt som .xlsx och "
    "försök igen om du litar på den.",
    "too_large": "Filen är för stor för att läsas in: den packas upp till fler celler än ett kalkylblad "
    "rymmer. Dela upp exporten i kortare perioder.",
    "too_slow": "Filen gick inte att läsa inom {what} sekunder. Dela upp exporten i kortare perioder.",
    "lock_file": "Det är en låsfil som kalkylprogrammet skapar medan arbetsboken är öppen. Stäng "
    "programmet och välj själva arbetsboken i stället.",
    "crashed": "Filen fick läsaren att stanna, troligen för att den är skadad eller för stor. Öppna den i "
    "Excel, spara den på nytt som .xlsx och försök igen.",
}


def open_file(name: str, data: bytes) -> list[Sheet]:
    """All sheets of a spreadsheet, hidden ones too, in the file's order.

    Texts outside cells come last, as sheets of other kinds. Raises FileRefused with the reason in
    Swedish where the file cannot be read.
    """
    base = Path(name).name
    if base.startswith(("~$", ".~lock.")):
        raise refusal(name, "lock_file")
    if len(data) > MAX_FILE_BYTES:
        raise refusal(name, "too_large")
    seconds = BASE_SECONDS + SECONDS_PER_MB * len(data) / 1_000_000
    libraries = os.pathsep.join(p for p in sys.path if p)
    limits = [str(MEMORY_BYTES), str(round(seconds) + 1)]
    child = subprocess.Popen(
        [sys.executable, "-I", "-S", str(CHILD), libraries, Path(name).suffix or ".", *limits],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
    )
    late = threading.Event()

    def stop() -> None:
        late.set()
        child.kill()

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        return converse(child, data)
    except ChildFailed as reason:
        raise refusal(name, *explain(reason, late.is_set(), child.wait(), seconds)) from None
    finally:
        timer.cancel()
        child.kill()
        child.wait()


def converse(child: "subprocess.Popen[bytes]", data: bytes) -> list[Sheet]:
    """Give the child the file and take its answer. Raises ChildFailed with a reason code."""
    if child.stdin is None or child.stdout is None:
        raise ChildFailed("crashed")
    with child.stdout, child.stdin:
        try:
            child.stdin.write(data)
            child.stdin.close()
        except BrokenPipeError:
            raise ChildFailed("crashed") from None
        return receive(child.stdout)


def explain(reason: ChildFailed, late: bool, status: int, seconds: float) -> tuple[str, str]:
    """The reason code, and what its sentence names: a child that was stopped cannot say why itself."""
    code, what = (*reason.args, "")[:2]
    if code == "crashed" and (late or status == -24):  # SIGXCPU
        return "too_slow", str(round(seconds))
    return (code if code in REASONS else "crashed"), what


def refusal(name: str, reason: str, what: str = "") -> FileRefused:
    """The error for one reason code; `what` is what it names, where it names something."""
    named = re.sub(r"\s+", " ", what)[:80] or "något annat"
    return FileRefused(f"«{Path(name).name}»: {REASONS[reason].format(what=named)}")
