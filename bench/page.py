"""A rerun of Översikt with the examples, against a bare Streamlit page with as many charts.

Both are asked over the same protocol that a browser speaks, from the question to the last byte of the answer.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from bench.pairs import Pair, measure
from kvalitet_metrics import Workspace
from scripts.server import app

BARE = Path(__file__).with_name("bare.py")


@contextmanager
def session(address: str) -> Iterator[ClientConnection]:
    """One reader of the page at the address."""
    stream = f"{address.replace('http', 'ws')}/_stcore/stream"
    with connect(stream, subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        yield socket


def rerun(socket: ClientConnection, page: str = "") -> int:
    """Lets a page run once and gives the number of charts in it; RuntimeError where the page fails.

    page: its name in the address, empty for the start.
    """
    question = BackMsg()
    question.rerun_script.query_string = ""
    question.rerun_script.page_name = page
    socket.send(question.SerializeToString())
    charts = 0
    while True:
        answer = ForwardMsg.FromString(socket.recv(timeout=120))
        element = answer.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise RuntimeError(element.exception.message)
        charts += element.WhichOneof("type") == "plotly_chart" or element.html.body.count("<img")
        if answer.WhichOneof("type") == "script_finished":
            return charts


def run(folder: Path, runs: int = 41) -> Pair:
    """Time of one rerun when the page has been seen before."""
    Workspace(folder).demo()
    with app(folder) as address, session(address) as ours:
        rerun(ours)
        charts = rerun(ours)
        mix = f"{charts}x0"
        os.environ["BARE"] = mix
        with app(folder, BARE) as bare_address, session(bare_address) as plain:
            return measure(
                f"rerun Översikt, {charts} charts",
                lambda: rerun(ours),
                lambda: rerun(plain, mix),
                runs,
                warm=5,
            )
