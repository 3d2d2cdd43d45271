"""Folders for what passes go with their process, however it ended; those of others and of the living stay."""

import gc
import os
import subprocess
import sys
import warnings

import pytest

from analysis import load_corpus
from analysis.scratch import LOCK, ScratchFolder, clear_left, scratch_folder

HOLD = """
import sys, time
from analysis.scratch import ScratchFolder
scratch = ScratchFolder("corpus", sys.argv[1])
print(scratch.path, flush=True)
time.sleep(60)
"""


def hold(folder):
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(folder)], stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    return process


@pytest.mark.skipif(os.name != "posix", reason="processes are killed so on POSIX alone")
def test_the_folder_of_a_killed_process_goes_and_that_of_a_living_one_stays(tmp_path):
    living, killed = hold(tmp_path), hold(tmp_path)
    try:
        killed.kill()
        killed.wait()
        assert len(list(tmp_path.iterdir())) == 2
        (gone,) = clear_left(str(tmp_path))
        assert f"-{killed.pid}-" in gone.name and not gone.exists()
        (left,) = tmp_path.iterdir()
        assert f"-{living.pid}-" in left.name
    finally:
        living.kill()
        living.communicate(), killed.communicate()


def test_folders_that_are_not_ours_stay(tmp_path):
    others = ["framing-of-mine", "framing-corpus-999999999-00000000", "framing-tests-abcd1234"]
    for name in others:
        (tmp_path / name).mkdir()
    (tmp_path / "framing-of-mine" / LOCK).touch()
    link = tmp_path / "framing-999999999-11111111"
    link.symlink_to(tmp_path / others[0])
    assert clear_left(str(tmp_path)) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*others, link.name])


def test_a_folder_is_private_and_goes_when_it_is_no_longer_needed(tmp_path):
    with scratch_folder("print", str(tmp_path)) as folder:
        assert (folder.parent == tmp_path and os.name != "posix") or folder.stat().st_mode & 0o777 == 0o700
        (folder / "deep").mkdir()
        (folder / "deep" / "file").touch()
    assert list(tmp_path.iterdir()) == []


def test_a_corpus_that_is_not_kept_goes_in_silence(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "one.txt").write_text("Bridge opened\n\nThe minister opened it on Monday. It took four years.\n")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        corpus = load_corpus(tmp_path / "one.txt", cache=False)
        assert len(corpus.documents) == 1 and len(list(tmp_path.glob("framing-corpus-*"))) == 1
        del corpus
        gc.collect()
    assert not list(tmp_path.glob("framing-corpus-*"))


def test_a_forked_process_leaves_the_folder_to_the_one_that_made_it(tmp_path, monkeypatch):
    scratch = ScratchFolder(within=str(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr("os.getpid", lambda: -1)
        scratch.close()
    assert scratch.path.is_dir()
