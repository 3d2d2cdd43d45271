"""Odd and hostile files beside a good text: it is read, they are read or refused by name, soon and in little memory.

Each of `odd_files.py` in a process of its own, and those that are small together through the command.
"""

import json
import os
import resource
import socketserver
import subprocess
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import ClassVar

import odd_files
import pytest

from analysis import load_corpus

ROOT = Path(__file__).parents[2]
SECONDS, MEGABYTES = 20, 1_000  # of the processor, twice what an idle one takes; more than was used before
SMALL = 3_000_000  # bytes of a file that the command is given with all others
READ = {  # whole, or up to where they break: all others are refused, or refused in part
    "actions.pdf", "again.epub", "binary.rtf", "boxes.docx", "claims.pdf", "deep_enough.docx", "dimension.xlsx",
    "good.pdf", "lengths.warc", "long_numbers.json", "many_keys.json", "objects.pdf", "outside.docx",
    "records.warc",
}  # fmt: skip


class Asked(socketserver.BaseRequestHandler):
    """Somebody who listens, and whom nobody is to ask for anything."""

    log: ClassVar[list[str]] = []

    def handle(self):
        self.log.append("asked")


@pytest.fixture(scope="module", autouse=True)
def listener():
    """What entities and actions lead to."""
    with socketserver.TCPServer(("127.0.0.1", 0), Asked) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        odd_files.LISTENER = f"127.0.0.1:{server.server_address[1]}"
        yield Asked.log
        server.shutdown()


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    """What is loaded once is loaded."""
    folder = tmp_path_factory.mktemp("warm")
    (folder / "good.txt").write_text(odd_files.PARAGRAPH * 3)
    (folder / "page.html").write_bytes(odd_files.PAGE)
    for name, make in (("a.pdf", odd_files.pdf_good), ("a.parquet", odd_files.write_parquet)):
        make(folder / name)
    odd_files.xlsx_dimension(folder / "a.xlsx")
    odd_files.warc_lengths(folder / "a.warc")
    assert len(load_corpus(folder, cache=False).documents) == 9


def megabytes() -> int:
    said = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(said.split()[1]) // 1024


def load_here(folder: Path) -> dict:
    """What a corpus is, and what it took."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS + 5, SECONDS + 6))
    before, start = megabytes(), time.process_time()
    try:
        corpus = load_corpus(folder, cache=False)
    except BaseException:
        return {"raised": traceback.format_exc()[-2_000:]}
    return {
        "seconds": time.process_time() - start,
        "megabytes": megabytes() - before,
        "good": corpus.documents["text"][corpus.documents["source"] == "good.txt"].tolist(),
        "read": corpus.files["source"].tolist(),
        "refused": sorted({row.source: row.reason[:300] for row in corpus.refused.itertuples()}.items())[:1_000],
        "held": bool(corpus.documents["text"].str.contains("root:").any()),
    }


def load_apart(folder: Path) -> dict:
    """The same in a process of its own, whose memory nobody used before."""
    reading, writing = os.pipe()
    if not (child := os.fork()):
        os.close(reading)
        with os.fdopen(writing, "w") as pipe:
            json.dump(load_here(folder), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read()
    status = os.waitpid(child, 0)[1]
    return json.loads(said) if said else {"raised": f"its process ended with status {status}"}


@pytest.mark.parametrize("name", odd_files.ODD)
def test_an_odd_file_is_read_or_refused_by_name(name, tmp_path, warm, monkeypatch, listener):
    monkeypatch.setenv("FRAMING_JOBS", "1")  # in this process, whose time and memory are looked at
    (tmp_path / "good.txt").write_text(odd_files.PARAGRAPH * 3)
    odd_files.ODD[name](tmp_path / name)
    there = sorted(path.name for path in tmp_path.iterdir())
    found = load_apart(tmp_path)
    assert "raised" not in found, found["raised"]
    assert found["good"] == [odd_files.PARAGRAPH * 3]
    told = found["read"] + [source for source, _ in found["refused"]]
    assert any(source.startswith(name) for source in told), told
    assert name in found["read"] if name in READ else True
    assert all(reason and "\n" not in reason and "Traceback" not in reason for _, reason in found["refused"])
    assert not any("reader failed on it" in reason for _, reason in found["refused"]), found["refused"]
    assert found["seconds"] < SECONDS and found["megabytes"] < MEGABYTES, found
    assert not found["held"] and not listener
    assert sorted(path.name for path in tmp_path.iterdir()) == there


def test_the_command_names_each_of_them_in_one_report(tmp_path, listener):
    corpus, away = tmp_path / "corpus", tmp_path / "away"
    corpus.mkdir(), away.mkdir()
    (corpus / "good.txt").write_text(odd_files.PARAGRAPH * 3)
    for name in COMMAND:
        odd_files.ODD[name](corpus / name)
        if (corpus / name).stat().st_size > SMALL and not name.startswith("holes"):
            (corpus / name).unlink()
    done = subprocess.run(
        [sys.executable, "-c", "from analysis.cli import main; main()", "corpus", str(corpus), "--no-cache", "--json"],
        cwd=away, capture_output=True, encoding="utf-8", timeout=300, stdin=subprocess.DEVNULL, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(away)},
    )  # fmt: skip
    assert done.returncode == 0 and "Traceback" not in done.stderr and "WARNING" not in done.stderr, done.stderr[
        -2_000:
    ]
    facts = json.dumps(json.loads(done.stdout), ensure_ascii=False)
    assert "good.txt" in facts and "holes.csv" in facts
    assert not listener and list(away.iterdir()) == []


COMMAND = [
    "holes.csv", "holes.zip", "deep.json", "deep_item.json", "result.json", "long_numbers.json", "nested.eml",
    "forms.pdf", "same_page.pdf", "text_bomb.pdf", "loop.pdf", "encrypted.pdf", "actions.pdf", "shared.xlsx",
    "corner.xlsx", "spaces.ods", "repeated.ods", "entities.docx", "outside.docx", "boxes.docx", "entities.odt",
    "entities.epub", "dictionary.parquet", "footer.parquet", "rows.parquet", "deep.rtf", "binary.rtf", "short.warc",
    "odd.warc", "overlap.zip", "garbage.txt.gz", "sparse.tar", "claims.tar", "a.7z", "a.rar",
]  # fmt: skip
