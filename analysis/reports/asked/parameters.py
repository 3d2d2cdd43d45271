"""Parameters of a notebook: the list in its own cell, and the check of what is given for them.

A parameters cell holds one line a parameter: `name: type = value  # comment`.
"""

from __future__ import annotations

import ast
import io
import json
import math
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass

from analysis.errors import InputError, unknown
from analysis.reports.asked.checks import check_range, check_where
from analysis.reports.asked.notebooks import Notebook, source
from analysis.yaml_files import parse_yaml

OURS = {"corpus": "use --corpus, or `corpus:` in reports.yaml", "save_to": "use --outputs"}
_PLAIN = {"str": str, "int": int, "bool": bool, "list": list, "dict": dict}


@dataclass(frozen=True)
class Parameter:
    """A line of the parameters cell."""

    name: str
    type: str
    default: object
    comment: str


def parse_parameters(notebook: Notebook) -> dict[str, Parameter]:
    """Read the parameters of a notebook from its cell tagged `parameters`; none if it has no such cell.

    Raises InputError: two such cells, a line that is not `name: type = value`, a value that is not
    a plain literal or not of its own type.
    """
    cells = notebook.tagged("parameters")
    if not cells:
        return {}
    if len(cells) > 1:
        raise InputError(f"{notebook.name} has {len(cells)} cells tagged `parameters`. Keep one.")
    code = source(cells[0])
    comments = _comments(code)
    found = {}
    for statement in _statements(code, notebook.name):
        parameter = _parameter(statement, comments.get(statement.end_lineno, ""), notebook.name)
        check_value(parameter, parameter.default, f"{notebook.name}, parameters cell")
        found[parameter.name] = parameter
    return found


def check_value(parameter: Parameter, value: object, place: str) -> object:
    """Return the value if it is of the parameter's type (a whole number also fits float).

    Raises InputError that names the place, the parameter, the value and the type.
    """
    fitted = float(value) if parameter.type == "float" and _whole(value) else value
    if not _fits(fitted, ast.parse(parameter.type, mode="eval").body, f"{place}: {parameter.name}"):
        raise InputError(
            f"{place}: {parameter.name}={value!r} is {_kind(value)}, not {parameter.type}"
            f"{f' ({parameter.comment})' if parameter.comment else ''}."
        )
    _check_plain(fitted, f"{place}: {parameter.name}")
    return fitted


def check_given(given: Mapping[str, object], known: Mapping[str, Parameter], place: str) -> dict[str, object]:
    """Check parameters given in reports.yaml against a notebook's own list; returns them fitted to their types."""
    checked = {}
    for name, value in given.items():
        check_name(name, known, place)
        checked[name] = _check_sense(known[name], check_value(known[name], value, place), place)
    return checked


def check_name(name: object, known: Mapping[str, object], place: str) -> None:
    """Raise InputError unless a name is one of the notebook's parameters, and one that may be set."""
    if name in OURS:
        raise InputError(f"{place}: {name} is not set as a parameter: {OURS[name]}.")
    if not isinstance(name, str) or not name.isidentifier() or name not in known:
        raise InputError(f"{place}: {unknown('parameter', name, [key for key in known if key not in OURS])}")


def split_setting(setting: str) -> tuple[str, str, str]:
    """Split `name=value` or `notebook:name=value` of the command line into notebook (or ""), name, value."""
    name, mark, value = setting.partition("=")
    notebook, colon, own = name.rpartition(":")
    if not mark or not own.strip():
        raise InputError(f"--set {setting!r} is not name=value, for example --set n_topics=8.")
    return (notebook.strip() if colon else ""), own.strip(), value


def parse_setting(parameter: Parameter, text: str, place: str = "--set") -> object:
    """Read a value of the command line by its parameter's type: texts as they are, all else as YAML or JSON."""
    value = text
    if parameter.type != "str":
        value = check_value(parameter, parse_yaml(text, f"{place} {parameter.name}").value(), place)
    return _check_sense(parameter, value, place)


def _check_sense(parameter: Parameter, value: object, place: str) -> object:
    check_range(parameter.name, value, parameter.comment, place)
    if parameter.name == "where" and isinstance(value, dict):
        check_where(value, place)
    return value


def _statements(code: str, name: str) -> list[ast.stmt]:
    try:
        return ast.parse(code).body
    except SyntaxError as problem:
        raise InputError(f"{name}, parameters cell, line {problem.lineno}: {problem.msg}.") from problem


def _parameter(statement: ast.stmt, comment: str, name: str) -> Parameter:
    wrong = InputError(
        f"{name}, parameters cell, line {statement.lineno}: {ast.unparse(statement)!r} is not "
        "`name: type = value  # comment` with a plain value."
    )
    if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name) or not statement.value:
        raise wrong
    try:
        value = ast.literal_eval(statement.value)
    except ValueError as problem:
        raise wrong from problem
    return Parameter(statement.target.id, ast.unparse(statement.annotation), value, comment)


def _comments(code: str) -> dict[int, str]:
    tokens = tokenize.generate_tokens(io.StringIO(code).readline)
    try:
        return {token.start[0]: token.string.lstrip("# ").strip() for token in tokens if token.type == tokenize.COMMENT}
    except (tokenize.TokenError, SyntaxError):
        return {}


def _fits(value: object, annotation: ast.expr, place: str) -> bool:
    def fits(value: object, annotation: ast.expr) -> bool:
        return _fits(value, annotation, place)

    match annotation:
        case ast.Constant(value=None):
            return value is None
        case ast.Name(id="float"):
            return isinstance(value, float)
        case ast.Name(id="object" | "Any"):
            return True
        case ast.Name(id=name) if name in _PLAIN:
            return isinstance(value, _PLAIN[name]) and not (name == "int" and isinstance(value, bool))
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return fits(value, left) or fits(value, right)
        case ast.Subscript(value=ast.Name(id="list"), slice=inner):
            return isinstance(value, list) and all(fits(item, inner) for item in value)
        case ast.Subscript(value=ast.Name(id="dict"), slice=ast.Tuple(elts=[key, inner])):
            return isinstance(value, dict) and all(fits(k, key) and fits(v, inner) for k, v in value.items())
        case ast.Subscript(value=ast.Name(id="Literal"), slice=choices):
            return value in [ast.literal_eval(choice) for choice in getattr(choices, "elts", [choices])]
    raise InputError(
        f"{place}: the type {ast.unparse(annotation)!r} is none of str, int, float, bool, list, dict, Literal[...], "
        "or these joined with |."
    )


def _check_plain(value: object, place: str) -> None:
    """Refuse what papermill cannot write into a notebook, or JSON into a manifest."""
    if isinstance(value, float) and not math.isfinite(value):
        raise InputError(f"{place}={value!r} is no finite number.")
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise InputError(f"{place}: keys are texts; put them in quotation marks: {value!r}.")
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            _check_plain(item, place)
    else:
        try:
            json.dumps(value)
        except TypeError as problem:
            raise InputError(f"{place}={value!r} is {_kind(value)}: not a plain value.") from problem


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _kind(value: object) -> str:
    return "nothing" if value is None else type(value).__name__
