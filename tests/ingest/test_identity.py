"""How many identity numbers are found, and how many other numbers are taken for one: both rates measured.

Every published test number is written in every form and stands alone in a column of a real file, so
that no other number helps to find it. The other numbers stand in columns of their own, alone and many.
"""

import random

import pyarrow as pa
import pytest

from kvalitet_metrics.engine import connect
from kvalitet_metrics.ingest import identity, privacy
from kvalitet_metrics.ingest.open import Sheet
from tests.ingest.testnummer import ALLA, SAMORDNINGSNUMMER, UTAN_NOLLA

FORMER = {
    "12 siffror": lambda n: n,
    "12 med bindestreck": lambda n: f"{n[:8]}-{n[8:]}",
    "12 med plus": lambda n: f"{n[:8]}+{n[8:]}",
    "12 med mellanslag": lambda n: f"{n[:8]} {n[8:]}",
    "10 siffror": lambda n: n[2:],
    "10 med bindestreck": lambda n: f"{n[2:8]}-{n[8:]}",
    "10 med plus": lambda n: f"{n[2:8]}+{n[8:]}",
    "tankstreck": lambda n: f"{n[2:8]}–{n[8:]}",
    "minustecken": lambda n: f"{n[2:8]}−{n[8:]}",
    "fast mellanslag": lambda n: f"{n[2:8]}\u00a0{n[8:]}",
    "smalt fast mellanslag runt strecket": lambda n: f"{n[2:8]}\u202f-\u202f{n[8:]}",
    "datum skrivet ut": lambda n: f"{n[:4]}-{n[4:6]}-{n[6:8]}-{n[8:]}",
    "datum med mellanslag": lambda n: f"{n[:4]} {n[4:6]} {n[6:8]} {n[8:]}",
    "flyttal": lambda n: f"{n}.0",
    "flyttal med komma": lambda n: f"{n},00",
    "tusental": lambda n: f"{int(n):,}".replace(",", " "),
    "tusental med fast mellanslag": lambda n: f"{int(n):,}".replace(",", "\u00a0"),
    "exponent med alla siffror": lambda n: f"{n[0]}.{n[1:]}E+11",
    "avkortad exponent": lambda n: f"{n[0]},{n[1:6]}E+11",
    "fritext": lambda n: f"Mamman ({n[2:8]}-{n[8:]}) ringde.",
    "fritext utan tecken": lambda n: f"gäller {n}, se journal",
    "hopskrivet": lambda n: f"pnr{n}",
    "sist i mening": lambda n: f"Avser {n[2:]}.",
}


def larmar(kolumner: list[list[str]], rubrik: str = "Fält") -> list[bool]:
    """For each column of texts, under its heading, whether it is taken to hold identity numbers."""
    hojd = max(map(len, kolumner))
    arrays = [pa.array([rubrik, *k, *[""] * (hojd - len(k))], pa.string()) for k in kolumner]
    blad = Sheet("Blad1", True, 0, (), pa.table(arrays, names=[str(i) for i in range(len(arrays))]))
    with connect() as con:
        funna = {fault.cell.rstrip("0123456789") for fault in privacy.scan(con, [blad], {}) if fault.cell}
    return [blad.column_letter(i) in funna for i in range(len(kolumner))]


@pytest.mark.parametrize("form", FORMER)
def test_varje_publicerat_nummer_hittas_i_varje_form(form: str):
    skriv = FORMER[form]
    nummer = sorted(ALLA)
    assert [n for n, larm in zip(nummer, larmar([[skriv(n)] for n in nummer]), strict=True) if not larm] == []


def test_en_forlorad_nolla_doljer_inget_nummer():
    assert all(larmar([[str(int(n[2:]))] for n in UTAN_NOLLA]))
    assert all(larmar([[f"{int(n[2:])}.0"] for n in UTAN_NOLLA]))


def test_alla_testnummer_hor_till_skatteverkets_serier_for_test():
    assert {n for n in ALLA if n[8:11] not in ("238", "239") and not "980" <= n[8:11] <= "999"} == set()


def test_ett_giltigt_datum_kravs_inte_av_ett_samordningsnummer():
    utan_datum = [n for n in SAMORDNINGSNUMMER if n[4:6] == "00" or n[6:8] == "60"]
    assert len(utan_datum) == 5
    assert all(identity.holds(n) for n in utan_datum)


def slump(mall: str, tal: random.Random) -> str:
    """A number after a pattern: # any digit, M a month, D a day, anything else as it stands."""
    delar = {
        "M": lambda: f"{tal.randint(1, 12):02}",
        "D": lambda: f"{tal.randint(1, 28):02}",
        "#": lambda: str(tal.randint(0, 9)),
    }
    return "".join(delar[t]() if t in delar else t for t in mall)


ANDRA_NUMMER = {
    "ärendenummer med år": ("Ärendenr", "U-2023-00####"),
    "ärendenummer som datum och löpnummer": ("Ärendenr", "2023MD-0###"),
    "ärendenummer utan tecken": ("Ärendenummer", "23MD####"),
    "diarienummer": ("Dnr", "SN 2023/0####"),
    "diarienummer i text": ("Anteckning", "Se dnr 2023MD-0###"),
    "aktnummer med nio siffror": ("Aktnr", "#########"),
    "mobilnummer": ("Kontakt", "07#-### ## ##"),
    "mobilnummer utan tecken": ("Telefon", "070#######"),
    "mobilnummer som tal": ("Mobil", "70#######"),
    "mobilnummer i text": ("Anteckning", "nås på tel 070#######"),
    "telefonnummer med landsnummer": ("Kontakt", "+4670#######"),
    "fast telefon": ("Kontakt", "08-508 ## ###"),
    "organisationsnummer": ("Utförare", "556###-####"),
    "belopp": ("Kostnad", "1#######"),
    "belopp i kronor": ("Belopp", "##########"),
    "belopp i tusental": ("Utfall", "1 ### ### ###"),
    "stora belopp": ("Utfall", "4#########"),
    "belopp med exponent": ("Utfall", "1,####E+09"),
    "fakturanummer": ("Faktura", "2023MD####"),
    "period": ("Period", "2023-M-01 - 2023-12-31"),
    "period utan streck": ("Period", "2023MD-2024MD"),
    "datum": ("Inledd", "2023MD"),
    "tidpunkt": ("Registrerad", "2023-M-D ##:##:##"),
    "postnummer": ("Postadress", "1## ##"),
    "mätvärde": ("Värde", "0.0################"),
    "uuid": ("Id", "########-####-4###-8###-############"),
}


def andel_falska(antal: int) -> dict[str, float]:
    """Kind of number → share of columns with so many of them that are taken for identity numbers."""
    tal = random.Random(1)
    return {
        slag: sum(larmar([[slump(mall, tal) for _ in range(antal)] for _ in range(25)], rubrik)) / 25
        for slag, (rubrik, mall) in ANDRA_NUMMER.items()
    }


def test_andra_nummer_tas_inte_for_identitetsnummer_i_en_hel_kolumn():
    """Twenty-five columns of sixty numbers of every kind: none may be refused."""
    assert {slag: andel for slag, andel in andel_falska(60).items() if andel} == {}


def test_ett_ensamt_nummer_som_ser_ut_som_ett_identitetsnummer_ar_oftast_inget_larm(capsys):
    """A single number cannot be told by its company: one in ten of the right shape holds by chance."""
    andelar = andel_falska(1)
    alla = sum(andelar.values()) / len(andelar)
    with capsys.disabled():
        print(f"\n{alla:.1%} falsklarm på ensamma nummer av {len(andelar)} slag")
    assert alla < 0.02
    assert max(andelar.values()) <= 0.2
