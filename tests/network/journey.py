"""Everything that Clausemark does, once: `python -m tests.network.journey`, in an empty folder, watched from outside.

It ends with an exception when a step did not do what it should: a journey that does nothing would leave nothing.
"""

import contextlib
import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from streamlit.testing.v1 import AppTest
from websockets.sync.client import connect

from cli.__main__ import clausemark
from tests.customer.marks.data import rows, write_rows
from tests.documents.files import scan

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
CONTRACT = SAMPLES / "vendors" / "quillmoor-labs" / "data-processing-terms.docx"
LOG = str(SAMPLES / "usage" / "requests.jsonl.gz")
ON = ("--on", "2026-11-25")
PATIENCE = 240  # seconds for one step on a busy machine
# ONNX Runtime sends for the first time 9 to 11 seconds after its first model is loaded.
DELAYED = 15
SCAN = """#set text(size: 16pt)
= Services Agreement
Customer shall not use Output to train a model that competes with the Services.

Provider shall notify Customer of an incident within 72 hours after it becomes aware of it.
"""


def main() -> None:
    """Go through the pages, the server and the command line, and stay long enough for whatever comes late."""
    os.umask(0o077)  # data of one's own, or `clausemark doctor` would say so at the end
    began = read_a_scan_on_the_page()
    draw_every_page()
    with served() as port:
        knock(port)
        draw_in_the_server(port)
    for arguments in commands(Path.cwd()):
        call(*arguments)
    time.sleep(max(0.0, began + DELAYED - time.monotonic()))
    print("JOURNEY DONE")


def app(page: str) -> AppTest:
    """Return a page of the app, drawn in this process with real workers behind it."""
    drawn = AppTest.from_file(str(ROOT / "pages.py"), default_timeout=PATIENCE)
    if page != "portfolio":
        drawn.switch_page(f"views/{page}.py")
    drawn.run()
    assert not drawn.exception, drawn.exception
    return drawn


def read_a_scan_on_the_page() -> float:
    """Upload a scanned contract, wait until its text is recognised and checked, and return when that was."""
    from workflow.queue import list_jobs, open_jobs  # noqa: PLC0415 - as late as the app loads it
    from workflow.start import open_workspace  # noqa: PLC0415
    from workflow.upload import document_text, documents  # noqa: PLC0415

    app("upload").file_uploader[0].upload("scanned-agreement.pdf", scan(SCAN), "application/pdf").run()
    workspace, until = open_workspace(), time.monotonic() + PATIENCE
    while not list_jobs(workspace) or open_jobs(workspace):
        assert time.monotonic() < until, "the scan was not read"
        time.sleep(0.2)
    (document,) = documents(workspace)
    text = document_text(workspace, document.id)
    assert text is not None and any("shall not use Output" in block.text for block in text.blocks)
    return time.monotonic()


def draw_every_page() -> None:
    """Draw each page over the scan."""
    for path in sorted((ROOT / "views").glob("*.py")):
        if "draw()" in path.read_text(encoding="utf-8"):
            app(path.stem)


@contextlib.contextmanager
def served() -> Iterator[int]:
    """Serve the app as `clausemark run` does, and give its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    server = subprocess.Popen([sys.executable, "-m", "cli", "run", "--no-browser", "--port", str(port)], cwd=ROOT)
    try:
        until = time.monotonic() + PATIENCE
        while ask(port, "/_stcore/health") != 200:
            assert time.monotonic() < until and server.poll() is None, "the server does not answer"
            time.sleep(0.2)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=60)


def ask(port: int, path: str, **headers: str) -> int:
    """Return the status of an answer; 0 when nobody listens."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        return connection.getresponse().status
    except ConnectionRefusedError:
        return 0
    finally:
        connection.close()


def knock(port: int) -> None:
    """Ask from foreign origins and for foreign hosts, as a page on the internet could."""
    opening = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    for origin in ("http://evil.example", "https://127.0.0.2", "null"):
        assert ask(port, "/_stcore/stream", Origin=origin, **opening) == 403
        for path in ("/", "/_stcore/health", "/_stcore/host-config"):
            assert ask(port, path, Origin=origin) == 403
    assert ask(port, "/_stcore/stream", Host="evil.example", Origin="http://evil.example", **opening) == 403


def draw_in_the_server(port: int) -> None:
    """Open a page over the WebSocket as a browser does, until it is drawn."""
    from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: PLC0415 - generated code
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: PLC0415

    address, ended = f"127.0.0.1:{port}", ForwardMsg.FINISHED_SUCCESSFULLY
    with connect(f"ws://{address}/_stcore/stream", origin=f"http://{address}", max_size=None) as page:  # type: ignore[arg-type]
        question = BackMsg()
        question.rerun_script.query_string = ""
        page.send(question.SerializeToString())
        answer = ForwardMsg()
        while not (answer.WhichOneof("type") == "script_finished" and answer.script_finished == ended):
            answer.ParseFromString(page.recv(timeout=PATIENCE))


def commands(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the command lines, each export among them."""
    vendor = folder / "quillmoor"
    vendor.mkdir()
    word = str(shutil.copy(CONTRACT, vendor))
    for name in ("score", "compare"):
        files = [word for kind in ("pdf", "html", "xlsx", "csv", "json") for word in (f"--{kind}", f"{name}.{kind}")]
        yield name, str(vendor), *(("--published", "openai") if name == "compare" else ()), *ON, *files
    yield "analyze", word, "--format", "sarif"
    for style in ("docx", "pdf", "md"):
        yield "addendum", str(vendor), *ON, "--out", f"addendum.{style}"
    yield "redline", word, *ON, "--out", "redline.docx"
    yield "diff", word, "redline.docx", *ON
    yield "missing", str(vendor)
    yield "dates", str(vendor), *ON, "--ics", "days.ics", "--csv", "days.csv"
    yield "audit", str(SAMPLES / "reports" / "harbourline-soc2-clean.pdf"), *ON, "--format", "request"
    yield "usage", LOG, *ON, "--pdf", "appeal.pdf", "--rejects", "rejects.csv"
    yield from marks(folder)
    yield "exposure", "openai"
    yield "catalogue", "export"
    yield ("checks",)
    yield "playbook", "copy"
    yield "backup", "all.zip"
    yield "doctor", "--format", "json"


def marks(folder: Path) -> Iterator[tuple[str, ...]]:
    """Yield the command lines that mark a data set and trace a leak."""
    source, key = write_rows(folder / "rows.jsonl", rows()), ("--key", "own.key")
    yield "mark", str(source), "--dataset", "demo", "--for", "acme", "--for", "beta", *key, "--new-key", "--out", "out"
    known = (*key, "--manifest", "out/acme.marks.json")
    yield "challenge", *known, "--out", "prompts.jsonl"
    prompts = [json.loads(line) for line in (folder / "prompts.jsonl").read_text(encoding="utf-8").splitlines()]
    answers = [json.dumps({"id": one["id"], "answer": "Paris"}) for one in prompts]
    (folder / "answers.jsonl").write_text("\n".join(answers), encoding="utf-8")
    yield "trace", *known, "--answers", "answers.jsonl"
    yield "trace", "out/beta/rows.jsonl", *known, *ON, "--pdf", "counsel.pdf"


def call(*arguments: str) -> None:
    """Call `clausemark` in this process; workers are processes of their own."""
    print("clausemark", *arguments, flush=True)
    try:
        with contextlib.redirect_stdout(Path(os.devnull).open("w", encoding="utf-8")):
            clausemark(list(arguments), standalone_mode=False)
    except SystemExit as ended:
        # 3 and 4, and 1 of a comparison that found changes, say something about a file, not about the program.
        assert ended.code in (0, 3, 4, None) or arguments[0] == "diff", (arguments, ended.code)


if __name__ == "__main__":
    main()
