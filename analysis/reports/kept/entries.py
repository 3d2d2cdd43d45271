"""What the manifest says of a page: done, failed, or kept: the last good one, because a later run of it failed."""

from __future__ import annotations

from collections.abc import Mapping

DONE, FAILED, KEPT = "done", "failed", "kept"
FAILED_PAGE = "failed"  # the failed run of a page that is kept lies beside it as NAME.failed.html

Kept = Mapping[str, object]


def is_good(entry: Kept) -> bool:
    """Whether a page of a run that went well lies there."""
    return entry.get("status") in (DONE, KEPT)


def list_outputs(entry: Kept) -> set[str]:
    """List all files of a page, those of a failed run beside it included."""
    return set(entry.get("outputs", {})) | set(entry.get("failed", {}).get("outputs", {}))


def keep_entry(good: Kept, failed: Kept) -> dict[str, object]:
    """Keep what is known of a page's last good run, with what is known of the one that failed."""
    return {**good, "status": KEPT, "failed": dict(failed)}


def name_error(error: Mapping[str, object]) -> str:
    """Name an error in a line: "in cell "frames" (fit(x)): ValueError: too few"."""
    where = f' in cell "{error["cell"]}" ({error["code"]})' if error["cell"] else ""
    return f"{where}: {error['name']}: {error['message']}"


def make_notice(name: str, entry: Kept) -> dict[str, str] | None:
    """Say of a page that is kept when it was made, when and why a later run failed, where that lies; else None."""
    if entry.get("status") != KEPT:
        return None
    failed = entry["failed"]
    error = failed["error"]
    return {
        "made": _day(entry.get("made")),
        "failed": _day(failed.get("made")),
        "reason": f"{error['name']}: {error['message']}",
        "page": f"{name}.{FAILED_PAGE}.html",
    }


def tell_kept(notice: Mapping[str, str] | None) -> str:
    """Say of which run a page is that stays; "" of one that does not."""
    return f"of the run of {notice['made']}, before that of {notice['failed']} failed" if notice else ""


def _day(moment: object) -> str:
    return str(moment or "?").replace("T", " ")[:16] + " UTC"
