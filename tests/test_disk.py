"""What is written is there whole or not at all, and what the system refuses is said in a sentence."""

import errno
import os
from pathlib import Path

import pytest

from analysis.disk import (
    check_text,
    clear_beside,
    locate_path,
    name_beside,
    place_folder,
    tell_fault,
    write_bytes,
    written,
)
from analysis.errors import InputError


def test_a_fault_says_which_file_why_and_what_to_do():
    full = OSError(errno.ENOSPC, "No space left on device", "/data/page.html")
    assert tell_fault(full) == (
        "'/data/page.html' cannot be used (No space left on device): make room there, or name a place on another disk."
    )
    assert tell_fault(OSError(errno.EROFS, ""), Path("/data/x"), "written") == (
        "'/data/x' cannot be written (Read-only file system): name a place on another disk."
    )
    above = OSError(errno.ENOTDIR, "Not a directory", "/data/file")
    assert tell_fault(above, Path("/data/file/x")).startswith(
        "'/data/file' cannot be used (Not a directory): a file lies"
    )
    moved = OSError(errno.EISDIR, "", "/data/.made.part", None, "/data/index.html")
    assert tell_fault(moved).startswith("'/data/index.html' cannot be used (Is a directory): a folder lies")
    assert tell_fault(OSError("odd")) == "a file cannot be used (odd): see that it is there and can be used."


def test_the_reason_is_the_systems_whatever_a_library_writes_there():
    theirs = OSError(errno.ENOSPC, "Error writing bytes to file. Detail: [errno 28] No space left on device")
    assert "(No space left on device)" in tell_fault(theirs)


def test_a_working_folder_that_is_gone_is_called_so(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(FileNotFoundError) as caught:
        Path.cwd()
    assert tell_fault(caught.value).startswith("the folder that this was called from is gone: go to one that is there")


def test_a_file_that_cannot_be_written_stays_as_it_was_and_nothing_is_left_beside_it(tmp_path, monkeypatch):
    page = tmp_path / "page.html"
    write_bytes(page, b"old")

    def fill(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", fill)
        with pytest.raises(InputError, match=r"page.html' cannot be written \(No space left on device\): make room"):
            write_bytes(page, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"] and page.read_bytes() == b"old"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no umask")
@pytest.mark.parametrize("mask", [0o077, 0o022, 0o002])
def test_a_file_and_its_folder_keep_what_the_users_umask_says(mask, tmp_path):
    before = os.umask(mask)
    try:
        write_bytes(tmp_path / "new" / "page.html", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o777 & ~mask
    assert (tmp_path / "new" / "page.html").stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("name", ["n" * 250, 'a "b"\n', "-x", " ", "a#b%41?c"])
def test_a_file_of_any_name_is_written(name, tmp_path):
    write_bytes(tmp_path / name, b"x")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_takes_the_place_of_the_old_one_or_the_old_one_stays(tmp_path, monkeypatch):
    old, made = tmp_path / "old", name_beside(tmp_path)
    old.mkdir(), made.mkdir()
    (old / "mine").touch(), (made / "new").touch()
    rename = Path.rename

    def refuse(path, target):
        if path == made:
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        with pytest.raises(OSError, match="No space"):
            place_folder(made, old)
    assert [path.name for path in old.iterdir()] == ["mine"]
    place_folder(made, old)
    assert [path.name for path in old.iterdir()] == ["new"] and list(tmp_path.iterdir()) == [old]


def test_what_a_killed_process_had_not_written_to_its_end_is_taken_away_and_nothing_else(tmp_path):
    name_beside(tmp_path).touch()
    for mine in ("mine.part", ".part", ".short.part"):
        (tmp_path / mine).touch()
    clear_beside(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".part", ".short.part", "mine.part"]


def test_an_input_error_passes_as_it_is():
    with pytest.raises(InputError, match=r"^mine$"), written("path='x'"):
        raise InputError("mine")


def test_a_home_that_nobody_knows_of_is_no_error():
    assert locate_path("~nobody-of-this-name/x") == Path("~nobody-of-this-name/x")
    assert locate_path("~/x").parts[-1] == "x"


def test_a_path_of_bytes_that_are_no_text_is_refused_by_its_option():
    check_text("корпус", "--outputs")
    with pytest.raises(InputError, match=r"--outputs 'caf.*' holds bytes that are no UTF-8: rename it"):
        check_text(os.fsdecode(b"caf\xe9") if os.name == "posix" else "caf\udce9", "--outputs")
