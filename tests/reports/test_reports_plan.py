import ast
import json
import os
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.manifests import load_manifest, write_manifest, write_text
from analysis.reports.asked.dependencies import _imports, reached_modules
from analysis.reports.asked.notebooks import imported_names
from analysis.reports.asked.project import PACKAGE
from analysis.reports.kept.changes import tell_changed_table, tell_moved, tell_values
from analysis.reports.kept.fingerprints import hash_code, hash_corpus, package_versions
from analysis.reports.kept.placing import LOCK, alone, clear


@pytest.fixture
def package(tmp_path):
    """A package named analysis: a imports b; c is far; d imports by name whatever lies in its folder."""
    files = {
        "__init__.py": '_HOMES = {"fit": "a", "count": "c"}\n',
        "a.py": "from analysis.b import x\n",
        "b.py": "def late():\n    from analysis import errors\nx = 1\n",
        "c.py": "import analysis.d.chosen\n",
        "errors.py": "",
        "d/__init__.py": "",
        "d/chosen.py": "from importlib import import_module\nfrom . import near\n",
        "d/near.py": "",
        "d/other.py": "",
    }
    for name, text in files.items():
        (tmp_path / "analysis" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "analysis" / name).write_text(text)
    return tmp_path / "analysis"


def reached(package, *names):
    return {path.relative_to(package).as_posix() for path in reached_modules(names, package)}


def test_a_notebook_depends_on_the_modules_that_its_imports_reach_and_no_others(package):
    assert reached(package, "analysis.fit") == {"__init__.py", "a.py", "b.py", "errors.py"}
    assert reached(package, "analysis.b.x") == {"__init__.py", "b.py", "errors.py"}
    assert reached(package, "pandas", "analysis.errors") == {"__init__.py", "errors.py"}


def test_modules_that_import_by_name_reach_all_their_neighbours(package):
    assert reached(package, "analysis.count") == {
        "__init__.py", "c.py", "d/__init__.py", "d/chosen.py", "d/near.py", "d/other.py",
    }  # fmt: skip


@pytest.mark.parametrize(
    "code",
    [
        "from analysis.c import (  # all (of them)\n    x,\n    y,\n)",
        "if True: import analysis.c",
        "x = 1; from .c import x, \\\n    y",
        "def late():\n\tfrom . import (c,\n\t\tb)",
        '"""import of what? from here import that (not this)"""\nimport analysis.c as c',
    ],
)
def test_imports_are_found_however_they_are_written(package, code):
    (package / "a.py").write_text(code)
    assert "c.py" in reached(package, "analysis.fit")


def test_imports_of_this_package_are_those_that_python_finds():
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert _imports(text, "analysis.x") == imported_names(ast.parse(text), "analysis.x"), path


def test_a_notebook_that_imports_the_whole_package_depends_on_all_of_it(package):
    assert len(reached(package, "analysis")) == 9


def test_changed_code_changes_the_hash_of_its_own_module_alone(package):
    before = hash_code(["analysis.fit"], package)
    (package / "b.py").write_text("x = 2\n")
    (package / "c.py").write_text("# far away\n")
    after = hash_code(["analysis.fit"], package)
    assert tell_moved(before, after) == ["analysis/b.py changed", "analysis/errors.py is gone"]


def test_what_moved_is_said_with_names_and_values():
    assert tell_moved({"a": 1, "b": 1}, {"b": 2, "c": 1}) == ["a is gone", "b changed", "c is new"]
    assert tell_values({"n": 8, "m": 1}, {"n": 10, "m": 1, "k": None}) == ["k: none -> None", "n: 8 -> 10"]


def test_versions_tell_what_moves_numbers_and_leave_out_what_only_shows_them():
    versions = package_versions()
    assert versions["python"] == ".".join(map(str, sys.version_info[:3]))
    assert {"numpy", "pandas", "scikit-learn", "nltk"} <= versions.keys()
    assert not {"click", "jupyterlab", "pytest", "ruff"} & versions.keys()


def test_a_corpus_is_its_files_by_name_and_content_notes_and_hidden_files_aside(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("b.txt", "in/a.txt", ".hidden", "README.md", "sources.csv"):
        (tmp_path / name).write_text(name)
    before = hash_corpus(tmp_path)
    assert list(before) == ["b.txt", "in/a.txt", "sources.csv"]
    (tmp_path / "b.txt").rename(tmp_path / "c.txt")
    assert tell_moved(before, hash_corpus(tmp_path)) == ["b.txt is gone", "c.txt is new"]
    assert list(hash_corpus(tmp_path / "c.txt")) == ["c.txt", "sources.csv"]


def compare(tmp_path, old, new):
    (tmp_path / "old.csv").write_text(old, encoding="utf-8")
    (tmp_path / "new.csv").write_text(new, encoding="utf-8")
    return tell_changed_table(tmp_path / "old.csv", tmp_path / "new.csv", "tables/t.csv")


OLD = "frame,outlet,share,n\nconflict,A,0.2,10\nconflict,B,0.4,12\nmorality,A,0.1,10\n"


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (OLD, ""),
        # 0.4 -> 0.5 moves by a fifth of the greater, 12 -> 13 by a thirteenth
        (
            OLD.replace("0.4,12", "0.5,13"),
            "tables/t.csv: 1 of 3 rows changed (most: share of conflict, B 0.4 -> 0.5)",
        ),
        (OLD + "morality,B,0,12\n", "tables/t.csv: 1 new"),
        (OLD.replace("morality,A,0.1,10\n", ""), "tables/t.csv: 1 gone"),
        (OLD.replace("morality", "human interest"), "tables/t.csv: 1 new, 1 gone"),
        (
            "frame,outlet,share,n\nmorality,A,0.1,10\nconflict,A,0.2,10\nconflict,B,0.4,12\n",
            "tables/t.csv: rows in another order",
        ),
        (OLD.replace("share", "mean"), "tables/t.csv: columns new: mean; columns gone: share (3 rows)"),
        ("", "tables/t.csv: columns gone: frame, n, outlet, share (0 rows)"),
    ],
)
def test_what_moved_in_a_table_is_counted_in_rows(tmp_path, new, said):
    assert compare(tmp_path, OLD, new) == said


def test_rows_without_names_of_their_own_are_compared_by_their_place(tmp_path):
    assert compare(tmp_path, "x,y\n1,2\n3,4\n", "x,y\n1,2\n3,8\n") == (
        "tables/t.csv: 1 of 2 rows changed (most: y 4 -> 8)"
    )
    twins = "frame,share\na,1\na,2\n"
    assert compare(tmp_path, twins, twins.replace("a,2", "a,3")).startswith("tables/t.csv: 1 of 2 rows changed")


cells = st.lists(
    st.lists(st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=5), min_size=2, max_size=2)
)


@given(cells, cells)
def test_any_two_tables_can_be_compared_and_a_table_never_differs_from_itself(tmp_path_factory, old, new):
    folder = tmp_path_factory.mktemp("tables")
    texts = [
        "".join(",".join(f'"{cell.replace(chr(34), "")}"' for cell in row) + "\n" for row in t) for t in (old, new)
    ]
    assert compare(folder, texts[0], texts[0]) == ""
    assert (compare(folder, *texts) == "") == (texts[0] == texts[1])


def test_a_manifest_comes_back_as_it_was_written_and_a_broken_one_is_none(tmp_path):
    write_manifest(tmp_path, {"report": "a", "notebooks": {"ü": 1}})
    assert load_manifest(tmp_path) == {"format": 1, "report": "a", "notebooks": {"ü": 1}}
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]
    for broken in ("{", "[]", json.dumps({"format": 99})):
        (tmp_path / "manifest.json").write_text(broken)
        assert load_manifest(tmp_path) == {}


def test_a_file_that_cannot_be_written_leaves_the_old_one_as_it_was(tmp_path):
    write_text(tmp_path / "a.txt", "old")
    with pytest.raises(UnicodeEncodeError):
        write_text(tmp_path / "a.txt", "new \ud800")
    assert (tmp_path / "a.txt").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_only_files_inside_the_report_are_ever_removed(tmp_path):
    folder, outside = tmp_path / "report", tmp_path / "mine.txt"
    (folder / "charts").mkdir(parents=True)
    (folder / "charts" / "a.png").write_text("")
    outside.write_text("kept")
    clear(folder, ["charts/a.png", "../mine.txt", str(outside), "never/there.csv"])
    assert outside.read_text() == "kept"
    assert list(folder.iterdir()) == []


HOLDS = """
import sys, time
from pathlib import Path
from analysis.reports.kept.placing import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_a_folder_is_kept_to_one_run_and_a_killed_run_leaves_it_free(tmp_path):
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "held\n"
        before = time.monotonic()
        with pytest.raises(InputError) as refused, alone(tmp_path):
            pass
        other.kill()
    assert str(refused.value) == f"another `framing report` is writing into {tmp_path}. Wait until it is done."
    assert time.monotonic() - before < 5  # it is told at once, not after a wait
    assert (tmp_path / LOCK).is_file()  # the killed run's file lies there still
    with alone(tmp_path):
        pass


def test_a_run_that_fails_leaves_its_folder_to_the_next(tmp_path):
    with pytest.raises(ZeroDivisionError), alone(tmp_path):
        1 / 0  # noqa: B018  it is to fail
    with alone(tmp_path):
        pass


READS = """
import os, sys
from pathlib import Path
from analysis.reports.run.reads import write_reads, load_reads
root = Path(sys.argv[1])
write_reads(root / "staging" / "reads")
(root / "data.csv").read_text()
os.chdir(root); open("relative.txt").close()
open(root / "written.txt", "w").close()
open(root / ".hidden").close(); open(root / "staging" / "x").close()
import email.mime
print(*(path.name for path in load_reads(root / "staging" / "reads", root, (root / "staging",))))
"""


def test_the_files_that_a_process_reads_are_noted_and_those_it_writes_are_not(tmp_path):
    (tmp_path / "staging").mkdir()
    for name in ("data.csv", "relative.txt", ".hidden", "staging/x", "unread.txt"):
        (tmp_path / name).write_text("")
    run = subprocess.run(
        [sys.executable, "-c", READS, str(tmp_path)], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert run.stdout.split() == ["data.csv", "relative.txt"]
