"""docs/licences.md names every package of the lock, in its version, with a licence."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_package_of_the_lock_stands_with_its_version_and_a_licence():
    lock = (ROOT / "requirements" / "suite.lock").read_text(encoding="utf-8")
    locked = re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    page = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines() if line.startswith("| ")][2:]
    assert locked and [tuple(row[:2]) for row in rows] == locked, "make licences"
    assert all(re.search(r"[A-Za-z]{2}", row[2]) for row in rows)
