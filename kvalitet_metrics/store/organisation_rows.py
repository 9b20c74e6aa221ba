"""The organisation as rows of the ledger."""

import json
import sqlite3

from kvalitet_metrics.store.ledger import Ledger
from kvalitet_metrics.store.organisation import Organisation, defaults


def read(ledger: Ledger) -> Organisation:
    """The organisation that a ledger holds."""
    if ledger.setting("organisation") is None:
        return defaults()
    return Organisation.from_dict(
        {
            "enheter": [
                e | {"stavningar": json.loads(e["stavningar"])}
                for e in ledger.fetch(
                    """SELECT slag, namn, foralder, fran, till, stavningar FROM organisation_enhet
                       ORDER BY nr"""
                )
            ],
            "andringar": [
                a | {"fore": json.loads(a["fore"]), "efter": json.loads(a["efter"])}
                for a in ledger.fetch(
                    "SELECT andring, slag, datum, fore, efter, orsak FROM organisation_andring ORDER BY nr"
                )
            ],
        }
    )


def write(con: sqlite3.Connection, organisation: Organisation) -> None:
    """Write the whole organisation in place of the one before."""
    plain = organisation.to_dict()
    con.execute("DELETE FROM organisation_enhet")
    con.execute("DELETE FROM organisation_andring")
    con.executemany(
        """INSERT INTO organisation_enhet (slag, namn, foralder, fran, till, stavningar)
           VALUES (:slag, :namn, :foralder, :fran, :till, :stavningar)""",
        [e | {"stavningar": json.dumps(e["stavningar"])} for e in plain["enheter"]],
    )
    con.executemany(
        """INSERT INTO organisation_andring (andring, slag, datum, fore, efter, orsak)
           VALUES (:andring, :slag, :datum, :fore, :efter, :orsak)""",
        [a | {"fore": json.dumps(a["fore"]), "efter": json.dumps(a["efter"])} for a in plain["andringar"]],
    )
    con.execute("INSERT OR REPLACE INTO installning VALUES ('organisation', 'egen')")
