"""Write docs/licences.md: the licence of every package of the lock, as the package itself says it.

Run in the environment of the lock: `make licences`. What belongs to other systems than the one it runs on, or to what
is not installed here, stands below as its project states it.
"""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCK, PAGE = ROOT / "requirements" / "suite.lock", ROOT / "docs" / "licences.md"
STATED = {
    "aiohappyeyeballs": "PSF-2.0", "aiohttp": "Apache-2.0 AND MIT", "aiosignal": "Apache-2.0",
    "appnope": "BSD-2-Clause",
    "colorama": "BSD-3-Clause", "fasttext-predict-v2": "MIT", "httpx2-jsfetch": "BSD-3-Clause",
    "frozenlist": "Apache-2.0", "multidict": "Apache-2.0", "propcache": "Apache-2.0",
    "pywinpty": "MIT", "yarl": "Apache-2.0",
}  # fmt: skip
HEAD = """# Licences

The packages that the suite's lock names, and the licence of each as the package itself says it. Written by
`tools/list_licences.py`; a test holds it to `requirements/suite.lock`. The suite's own licence is in `LICENSE`.

| package | version | licence |
| --- | --- | --- |
"""


def split_lock() -> list[tuple[str, str]]:
    """The packages of the lock with their versions, in its order."""
    return re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)


def licence_of(name: str) -> str:
    """The licence that a package says it has, "" if it says none."""
    if name in STATED:
        return STATED[name]
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return ""
    classes = [one.rpartition(" :: ")[2] for one in about.get_all("Classifier") or () if one.startswith("License ::")]
    said = about.get("License-Expression") or ", ".join(sorted(set(classes) - {"OSI Approved"}))
    return said or next(iter((about.get("License") or "").strip().splitlines()), "")[:80]


def main() -> None:
    """Write the page; ends with an error if a package has no licence that is known."""
    rows = [(name, version, licence_of(name)) for name, version in split_lock()]
    if bare := [name for name, _, licence in rows if not licence]:
        raise SystemExit(f"no licence is known of {', '.join(bare)}: look into its project, and add it to STATED")
    PAGE.write_text(HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
