"""The commands of judgements and actions: written, listed, followed up, taken back; text and JSON."""

import json

import pytest

from tests.store.filer import BARN
from tests.test_cli import kor, mall  # noqa: F401 - fixtures

ANALYS = ("--analys", "Nya rutiner.", "--bedomning", "godtagbart", "--av", "enhetschef")
ATGARD = ("--ansvarig", "enhetschef, Norr", "--klart", "2024-06-01", "--beslutad", "2024-03-01")


def test_en_bedomning_skrivs_visas_och_tas_tillbaka(kor):  # noqa: F811
    assert kor("bedomning") == (0, "Ingen bedömning är skriven.\n", "")
    assert kor("bedomning", "missing")[1] == "Inget resultat väntar på en bedömning.\n", "det lilla är dolt"
    ut = kor("bedomning", "add", BARN, "2023", *ANALYS, "--datum", "2024-02-10")[1]
    assert ut == f"Sparad.   1  2024-02-10  {BARN} 2023: godtagbart. Nya rutiner.  (enhetschef)\n"
    (b,) = json.loads(kor("bedomning", "list", "--id", BARN, "--json")[1])
    assert (b["vinkel"]["period"], b["galler"], b["bedomning"]) == ("kalenderar", "2023", "godtagbart")
    assert json.loads(kor("bedomning", "withdraw", 1, "--json")[1])["aterkallad"]
    assert json.loads(kor("bedomning", "--json")[1]) == []


def test_en_atgard_skrivs_foljs_upp_och_tas_tillbaka(kor):  # noqa: F811
    assert kor("atgard") == (0, "Ingen åtgärd är beslutad.\n", "")
    ut = kor("atgard", "add", "Tidsplan görs", *ATGARD, "--id", BARN, "--where", "enhet=Norr")[1]
    assert ut == (
        f"Inskriven.   1  2024-06-01  ej påbörjad, försenad  {BARN}, enhet Norr: Tidsplan görs"
        "  (enhetschef, Norr)\n"
    )
    assert kor("atgard", "effect", 1)[1].startswith("Det går inte att säga ännu: uppgifterna slutar")
    assert json.loads(kor("atgard", "effect", 1, "--json")[1])["skal"] == "för tidigt"
    ut = json.loads(kor("atgard", "status", 1, "genomförd", "--uppfoljning", "Klar.", "--json")[1])
    assert (ut["status"], ut["forsenad"], ut["handelser"][0]["uppfoljning"]) == ("genomförd", False, "Klar.")
    assert json.loads(kor("atgard", "list", "--forsenade", "--json")[1]) == []
    assert kor("atgard", "withdraw", 1)[0] == 0
    assert kor("atgard", "list")[1] == "Ingen åtgärd i det urvalet.\n"


@pytest.mark.parametrize(
    ("ord_", "vantat"),
    [
        (("bedomning", "add", BARN, "2032", *ANALYS), "Menade du «2023»"),
        (("bedomning", "add", BARN, "2023", *ANALYS[:-1], "701063-2391"), "personnummer"),
        (("atgard", "add", "Tidsplan", *ATGARD), "Säg vad åtgärden gäller"),
        (("atgard", "add", "Tidsplan", *ATGARD[:3], "i juni", "--id", BARN), "är inte ett datum"),
        (("atgard", "add", "Tidsplan", *ATGARD[:3], "", "--id", BARN), "Ange dagen som år-månad-dag"),
        (("atgard", "status", 7, "genomförd"), "Ingen åtgärd är beslutad"),
        (("atgard", "effect", 7), "Ingen åtgärd är beslutad"),
    ],
)
def test_fel_ger_en_svensk_mening_och_status_tva(kor, ord_: tuple, vantat: str):  # noqa: F811
    status, ut, fel = kor(*ord_)
    assert (status, ut) == (2, "")
    assert vantat in fel
    assert "701063" not in fel
