"""A mapping that can be written from its page alone, and a proposal that is mostly right."""

import re
from dataclasses import fields
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from kvalitet_metrics.errors import UsageError
from kvalitet_metrics.ingest.mapped import karta_ur, karta_ur_json, profil_av
from kvalitet_metrics.ingest.mapping import PERIODSLAG, ROLLER, Bred, Bredvarde, Karta, Koppling, som_dict
from kvalitet_metrics.ingest.propose import propose
from kvalitet_metrics.ingest.read import read_file
from kvalitet_metrics.ingest.view import sheets_of
from tests.ingest.filer import NYCKEL, rader, xlsx
from tests.ingest.test_offentlig_statistik import AKUTEN, AKUTFIL, RUBRIKER, SKOLFIL

SLAG = ((1, "1"), (2, "2"), (3, "other"))


@pytest.mark.parametrize(
    "nytt, fel",
    [
        ({"tusental": " "}, "«tusental» kan bara vara"),
        ({"kolumner": [{"rubrik": "A", "roll": "enhet", "andra_rubriker": "B"}]}, "inte rätt form"),
        (
            {"kolumner": [*AKUTEN["kolumner"], {"rubrik": "X", "roll": "kon", "andra_rubriker": ["type"]}]},
            "flera gånger",
        ),
    ],
)
def test_nya_delar_av_en_kartlaggning_granskas(nytt: dict, fel: str):
    with pytest.raises(UsageError, match=fel):
        karta_ur(AKUTEN | nytt)


SIDAN = (Path(__file__).parents[2] / "docs" / "kartlaggning.md").read_text(encoding="utf-8")
"""The page that a mapping can be written from."""


def sidans(slag: str) -> list[str]:
    """The blocks of the page that are marked as json or text."""
    return re.findall(rf"```{slag}\n(.*?)```", SIDAN, re.S)


def test_sidans_exempel_ar_kartor_som_laser_sidans_tabeller():
    kartor = [karta_ur_json(text) for text in sidans("json")]
    kommuner, manader, bred = sidans("text")
    lasta = [
        read_file(namn, innehall, key=NYCKEL, mapped=[profil_av(karta)])
        for karta, (namn, innehall) in zip(
            kartor,
            [("b.csv", kommuner.encode()), ("m.csv", manader.encode()), ("w.xlsx", xlsx(bred))],
            strict=False,
        )
    ]
    assert [len(rader(ut)) for ut in lasta] == [16, 6, 2]
    assert [k for ut in lasta for k in ut.kontroller if not k.stammer] == []
    assert any("samma andel som antalen ger i 5 av 5\xa0celler" in v for v in lasta[0].warnings)
    assert {(r["taljare"], r["namnare"]) for r in rader(lasta[2])} == {(2678, 19528), (1700, 17000)}


def test_sidan_forklarar_varje_nyckel_roll_och_slag_av_period():
    nycklar = [f.name for typ in (Karta, Koppling, Bred, Bredvarde) for f in fields(typ)]
    namn = [*nycklar, *ROLLER, *map(str, PERIODSLAG)]
    assert [n for n in namn if f"`{n}`" not in SIDAN] == []


def forslag(namn: str, innehall: bytes) -> dict:
    """The proposed mapping of a file, as plain values."""
    found = propose(sheets_of(namn, innehall)[0], fil=namn)
    assert found
    return som_dict(found.karta)


def roller(karta: dict) -> dict[str, tuple[str, str]]:
    """Heading → role and name of the measure."""
    return {k["rubrik"]: (k["roll"], k.get("matt", "")) for k in karta["kolumner"]}


def test_forslaget_finner_vilka_antal_en_andel_ar_gjord_av_och_att_koder_inte_ar_antal():
    rader_ = "\n".join(
        f"Skola {i};7{i};Ale;1440;{40 + i};{30 + i};{procent(30 + i, 40 + i)};{i};200;" for i in range(9)
    )
    text = SKOLFIL.format(lasar="2021/22", rubriker=RUBRIKER, rader=rader_)
    karta = forslag("s.csv", text.encode("utf-8-sig"))
    andel = "Andel (%) behörig yrkesprog."
    assert karta["namn"].startswith("Grundskolan - Slutbetyg")
    assert (karta["periodslag"], karta["period"]) == ("lasar", "filen")
    found = roller(karta)
    assert found["Skola"] == ("enhet", "")
    assert found["Antal elever"] == ("namnare", andel)
    assert found["Antal behöriga"] == ("taljare", andel)
    assert found[andel] == ("procent", andel)
    assert not {"Skol-enhetskod", "Kommun-kod"} & found.keys()
    assert karta_ur(karta)


def procent(taljare: int, namnare: int) -> str:
    """A share as the source prints it."""
    return str((Decimal(100 * taljare) / namnare).quantize(Decimal("0.1"), ROUND_HALF_UP)).replace(".", ",")


def test_forslaget_ser_manad_enhet_slag_och_tusental():
    rader_ = [f'2016-0{m}-01,R{e},{t},"1,{m}00",{m}{i},200' for m in (4, 5) for e in "ABC" for i, t in SLAG]
    fil = "\n".join([AKUTFIL.decode().splitlines()[0], *rader_])
    karta = forslag("ae.csv", fil.encode())
    assert (karta["periodslag"], karta["tusental"]) == ("manad", ",")
    assert {r: roll for r, (roll, _) in roller(karta).items()} == {
        k["rubrik"]: k["roll"] for k in AKUTEN["kolumner"]
    }
