"""One verb, one promise: function names begin with a verb of CONTRIBUTING.md, or say what comes back."""

import ast
import re
from pathlib import Path

import pytest

from package_code import PACKAGE, parsed

ROOT = Path(__file__).parents[1]

SECTION = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Verbs")[1].split("\n## ")[0]
ROWS = re.findall(r"^\| (`[^|]+`) \| ([^|]+) \|$", SECTION, flags=re.M)
VERBS = {verb.split("_")[0] for verbs, _ in ROWS for verb in re.findall(r"`([a-z_]+)`", verbs)}
# first words of names that say what comes back: things, and what is said of them
NOUNS = set(
    """
    actor agent agreement bare best caution chi chrome clause content contracted default disagreements exploratory
    containers figure finite first format formats forwarded frame full given heading headline imported item kept keyness
    krippendorff kwic lexicon likelihood listed log long main manager measured middle new no normalised now number
    organisation package plain present project public reached readable reference regular row safe shortened singular
    source squared story strong tags third tidy token unit unknown unrecognised vectors
    """.split()  # noqa: SIM905  a list of sixty strings reads worse
)
NOUN_PHRASE = re.compile(r"[a-z]+_(of|for|by|from|before|after|above|over|around)(_[a-z]+)*")  # title_of, period_for
EXCEPTIONS = {
    "main": "what the console script calls",
    "account_for_files": "accounts: every character of a file is kept or removed",
    "as_texts": "a conversion, as in NumPy's asarray",
    "calibrate": "the field's word for fitting probabilities to scores",
    "factor": "the field's word for splitting a matrix into a product",
    "project": "the field's word for weighing fixed topics in new units",
    "saturate": "the field's word for amounts that count ever less",
    "stack": "NumPy's word for one array from several",
    "inflect": "grammar's word for the forms of a verb",
    "leave_one_word_out": "the field's word, as in leave-one-out",
    "rehearse": "draws pages for nobody, so that later ones are drawn faster",
    "watch_reads": "begins something that goes on by itself",
    "adopt_orphans": "the system's word: becomes the parent of processes that have lost theirs",
    "offer_first": "what the system may take first where memory runs out",
    "wrap": "textwrap's word",
    "save_into": "what notebooks say once: where all that is shown is saved",
}
READS = {
    "open",
    "load",
    "read_text",
    "read_bytes",
    "read_csv",
    "load_file",
    "load_yaml",
    "from_file",
    "safe_open",
    "read_table",
    "prepare_corpus",
}
WRITES = {
    "to_csv",
    "to_parquet",
    "write_text",
    "write_bytes",
    "replace",
    "fdopen",
    "open",
    "write_table",
    "write_block",
}


def functions():
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(PACKAGE).as_posix()
        tree = parsed(path)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                yield pytest.param(node, tree, id=f"{name}:{node.name}")


FUNCTIONS = list(functions())


def returned(node):
    return ast.unparse(node.returns) if node.returns else ""


def decorators(node):
    return {ast.unparse(decorator).split("(")[0] for decorator in node.decorator_list}


def names_in(node):
    return {getattr(inner, "attr", getattr(inner, "id", None)) for inner in ast.walk(node)}


def reached(node, tree):
    """Names that a function uses, and those that the functions of its module use which it calls."""
    defined = {inner.name: inner for inner in tree.body if isinstance(inner, ast.FunctionDef | ast.ClassDef)}
    found, waiting = set(), [node]
    while waiting:
        new = names_in(waiting.pop()) - found
        found |= new
        waiting += [defined[name] for name in new if name in defined]
    return found


def begins_with(*verbs):
    return pytest.mark.parametrize(
        ("node", "tree"), [param for param in FUNCTIONS if param.values[0].name.split("_")[0] in verbs]
    )


def test_the_list_of_verbs_is_read_and_names_each_verb_once():
    assert len(ROWS) > 20 and all(promise.strip() for _, promise in ROWS)
    named = [verb for verbs, _ in ROWS for verb in re.findall(r"`([a-z_]+)`", verbs)]
    assert len(named) == len(set(named))
    assert not VERBS & NOUNS


@pytest.mark.parametrize(("node", "tree"), FUNCTIONS)
def test_a_name_begins_with_a_verb_of_the_list_or_says_what_comes_back(node, tree):
    word = node.name.split("_")[0]
    assert word != "read", "read_ meant three things: load_ reads files, split_ makes rows, tell_ makes prose"
    command = any(name.endswith("command") for name in decorators(node))  # its name is a word of the command line
    state = "contextmanager" in decorators(node) or "ContextManager" in returned(node)  # with alone(folder): ...
    if word in VERBS or node.name in EXCEPTIONS or command or state:
        return
    says_what = "Chart" in returned(node) or returned(node) == "bool" or NOUN_PHRASE.fullmatch(node.name)
    assert says_what or word in NOUNS, f"{word!r} is no verb of CONTRIBUTING.md; a noun goes into NOUNS of this test"
    assert returned(node) not in ("", "None"), "a noun names what comes back, and nothing does"


@begins_with("load")
def test_what_loads_takes_a_path_or_a_name_and_reads_a_file(node, tree):
    first = node.args.args[:1]
    assert not first or re.search(r"\b(Path|str|Project|Prepared)\b", ast.unparse(first[0].annotation))
    loads = {name for name in reached(node, tree) if str(name).startswith("load_")} - {node.name}
    assert READS & reached(node, tree) or loads, "it reads no file"


@begins_with("write")
def test_what_writes_writes_a_file_and_gives_nothing_back(node, tree):
    assert WRITES & reached(node, tree) and returned(node) == "None"


@begins_with("check", "require")
def test_what_checks_can_raise(node, tree):
    if "click.command" not in decorators(node):  # `framing check` is a word of the command line
        raises = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
        assert raises or {
            name for name in reached(node, tree) if str(name).lstrip("_").startswith(("check", "require"))
        }


@begins_with("tell")
def test_what_tells_gives_texts(node, tree):
    assert returned(node).split(" | ")[0] in ("str", "list[str]", "dict[str, str]", "Iterator[str]", "list[Finding]")


@begins_with("is", "has", "looks", "stands")
def test_what_asks_gives_yes_or_no(node, tree):
    assert returned(node) == "bool"


@begins_with("show", "say")
def test_what_shows_gives_nothing_back(node, tree):
    assert returned(node) == "None"


@begins_with("split", "cut")
def test_what_splits_gives_more_than_one(node, tree):
    assert re.search(r"list|tuple|dict|Iterator|DataFrame|ndarray|Series|Terms", returned(node))


@begins_with("estimate")
def test_what_estimates_gives_a_table(node, tree):
    assert returned(node) == "pd.DataFrame"


@begins_with("draw", "resample")
def test_what_draws_takes_a_seed_or_a_generator(node, tree):
    assert {arg.arg for arg in node.args.args + node.args.kwonlyargs} & {"seed", "random", "rng", "generator"}
