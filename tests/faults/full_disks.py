"""Run in a mount namespace of its own: commands on disks of chosen sizes, what they said and left, as lines of JSON.

python full_disks.py KIND FOLDER, KIND one of KINDS below; FOLDER holds the project, and stays as it was.
"""

import contextlib
import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SMALLEST, SIZES = 65_536, 10


@contextlib.contextmanager
def disk(folder, size):
    """Have a disk of so many bytes."""
    place = folder / "disk"
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def enlarge(place):
    subprocess.run(["mount", "-o", "remount,size=64m", place], check=True)


def call(*arguments):
    """Run the command; returns its exit status, and what it said on standard error."""
    from analysis.cli import main

    sys.argv, said, status = ["framing", *map(str, arguments)], io.StringIO(), 0
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
        try:
            main()
        except SystemExit as left:
            status = left.code or 0
    return status, said.getvalue()


def files(folder):
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def hashes(folder):
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files(folder).items()}


def needed(folder):
    """Bytes of whole blocks; folders take none on such a disk."""
    return sum(-(-path.stat().st_size // 4096) * 4096 for path in files(folder).values())


def sizes(most, least=SMALLEST):
    """Ten sizes from the smallest to just under what is needed."""
    least = min(least, most // 2)
    return [(least + (most - 4096 - least) * step // (SIZES - 1)) // 4096 * 4096 for step in range(SIZES)]


def tell(size, status, said, **more):
    print(json.dumps({"size": size, "status": status, "said": said} | more), flush=True)


def try_report(folder):
    """A first report: nothing of it was there before."""
    call("report", "--outputs", folder / "good")
    for size in sizes(needed(folder / "good")):
        with disk(folder, size) as place:
            status, said = call("report", "--outputs", place / "o")
            left = [name for name in files(place) if name.endswith(".part")]
            enlarge(place)
            again = call("report", "--outputs", place / "o")[0]
            hidden = sorted({part for name in files(place) for part in Path(name).parts if part.startswith(".")})
            tell(size, status, said, left=left, again=again, hidden=hidden)


def try_rerun(folder):
    """A report over a good one: room for the good one, and for a part of what the run makes."""
    call("report", "--outputs", folder / "good")
    for size in sizes(120_000, 20_000)[::2]:
        with disk(folder, needed(folder / "good") + size) as place:
            shutil.copytree(folder / "good", place / "o")
            before = hashes(place / "o")
            status, said = call("report", "--outputs", place / "o", "--set", f"seed={size}")
            changed = [name for name, known in hashes(place / "o").items() if before.get(name, known) != known]
            gone = sorted(before.keys() - hashes(place / "o").keys())
            tell(size, status, said, changed=changed, gone=gone, left=[])


def try_cache(folder):
    os.environ["FRAMING_CACHE"] = str(folder / "whole")
    call("corpus", "texts", "--json")
    for size in sizes(needed(folder / "whole")):
        with disk(folder, size) as place:
            os.environ["FRAMING_CACHE"] = str(place)
            status, said = call("corpus", "texts", "--json")
            left = [path.name for path in place.rglob("*.part")]
            enlarge(place)
            tell(size, status, said, left=left, again=call("corpus", "texts", "--json")[0])


def try_temporary(folder):
    os.environ["FRAMING_CACHE"] = str(folder / "whole")
    call("corpus", "texts")
    for size in sizes(needed(folder / "whole") * 3 // 4, 16_384):
        with disk(folder, size) as place:
            os.environ["TMPDIR"], tempfile.tempdir = str(place), None
            status, said = call("corpus", "texts", "--no-cache")
            tell(size, status, said, left=list(files(place)))


def try_data(folder):
    forms = [word for form in ("csv", "parquet", "spss", "stata") for word in ("--for", form)]
    call("data", "texts", "--to", folder / "whole", *forms)
    for size in sizes(needed(folder / "whole")):
        with disk(folder, size) as place:
            (place / "o").mkdir()
            (place / "o" / "documents.csv").write_text("mine")
            status, said = call("data", "texts", "--to", place / "o", *forms)
            changed = [] if (place / "o" / "documents.csv").read_text() == "mine" else ["documents.csv"]
            tell(size, status, said, left=[name for name in files(place) if name != "o/documents.csv"], changed=changed)


def try_save(folder):
    from analysis import InputError, load_corpus

    texts = load_corpus("texts")
    texts.save(folder / "whole")
    for size in sizes(needed(folder / "whole"), 16_384):
        with disk(folder, size) as place:
            try:
                texts.save(place / "o")
                status, said = 0, ""
            except InputError as problem:
                status, said = 2, f"error: {problem}\n"
            tell(size, status, said, left=list(files(place)))


def try_pack(folder):
    call("report", "--outputs", folder / "good")
    call("pack", "good", "--outputs", folder / "good", "--to", folder / "whole.zip")
    for size in sizes((folder / "whole.zip").stat().st_size, 8192):
        with disk(folder, size) as place:
            (place / "o.zip").write_text("mine")
            status, said = call("pack", "good", "--outputs", folder / "good", "--to", place / "o.zip")
            changed = [] if (place / "o.zip").read_bytes() == b"mine" else ["o.zip"]
            tell(size, status, said, left=[name for name in files(place) if name != "o.zip"], changed=changed)


def try_pdf(folder):
    """A PDF takes seconds: three sizes."""
    call("report", "--outputs", folder / "good")
    call("pdf", "good", "--outputs", folder / "good", "--to", folder / "whole.pdf")
    for size in sizes((folder / "whole.pdf").stat().st_size, 8192)[::4]:
        with disk(folder, size) as place:
            (place / "o.pdf").write_text("mine")
            status, said = call("pdf", "good", "--outputs", folder / "good", "--to", place / "o.pdf")
            changed = [] if (place / "o.pdf").read_bytes() == b"mine" else ["o.pdf"]
            tell(size, status, said, left=[name for name in files(place) if name != "o.pdf"], changed=changed)


def try_read_only(folder):
    """Folders that can be read alone: for outputs, the cache, the temporary directory, what is exported."""
    call("report", "--outputs", folder / "good")
    subprocess.run(["mount", "--bind", folder / "good", folder / "good"], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", folder / "good"], check=True)
    place = folder / "good"
    for arguments in (
        ("report", "--outputs", place, "--force"), ("data", "texts", "--to", place / "x"),
        ("pack", "good", "--outputs", place), ("pdf", "good", "--outputs", place),
    ):  # fmt: skip
        tell(0, *call(*arguments), left=[name for name in files(place) if name.endswith(".part")])


KINDS = {name.removeprefix("try_"): made for name, made in list(globals().items()) if name.startswith("try_")}

if __name__ == "__main__":
    root = Path(sys.argv[2])
    os.chdir(root / "project")
    os.environ["FRAMING_CACHE"] = str(root / "cache")
    KINDS[sys.argv[1]](root)
