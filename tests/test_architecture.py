"""The house: who may import whom, who reads, who prints."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parents[1] / "generator" / "dossier"
FLOORS = {
    "text": 0,
    "edtf": 0,
    "model": 1,
    "io": 2,
    "load": 3,
    "match": 3,
    "detect": 3,
    "graph": 3,
    "coverage": 4,
    "claims": 4,
    "check": 5,
    "export": 5,
    "report": 5,
    "render": 6,
    "pipeline": 7,
    "editor": 8,
    "publish": 8,
    "archive": 9,
    "cli": 10,
    "plugin": 11,
    "__main__": 11,
}
READERS = ("io", "load", "archive", "publish", "plugin", "render/assets.py", "editor/add.py")
READING = {"open", "read_text", "read_bytes"}
LONGEST = 400
TRAVELS = "dossier.archive.verify"
"""A program of its own in every archive: one file, which prints and exits."""


def name_of(file):
    parts = file.relative_to(GENERATOR.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = sorted(file for file in GENERATOR.rglob("*.py") if "assets" not in file.relative_to(GENERATOR).parts)
TREES = {name_of(file): ast.parse(file.read_text("utf-8")) for file in FILES}
MODULES = sorted(TREES)


def path_of(module):
    """The module's file, from dossier/."""
    file = GENERATOR.parent.joinpath(*module.split("."))
    return (file / "__init__.py" if file.is_dir() else file.with_suffix(".py")).relative_to(GENERATOR).as_posix()


def room_of(module):
    return module.split(".")[1] if "." in module else ""


def imports(module):
    """Every module of this package that `module` imports, wherever in its code."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: write imports in full"
            named = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in TREES else node.module for name in named)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def inside(module):
    return {name for name in imports(module) if name.split(".")[0] == "dossier"}


def names(module):
    """Every plain name and attribute that the module's code mentions, with its line."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno


def uses_of_sys(module):
    """The lines where the module speaks past its callers."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sys":
            yield from [node.lineno] if node.attr in ("stdout", "stderr", "stdin", "exit") else []


def test_every_room_has_its_floor():
    assert {room_of(module) for module in MODULES} - {""} <= FLOORS.keys()


@pytest.mark.parametrize("module", MODULES)
def test_a_room_imports_only_rooms_on_lower_floors(module):
    room = room_of(module)
    others = {other for other in inside(module) if room_of(other) != room}
    assert [other for other in others if FLOORS[room_of(other)] >= FLOORS[room]] == []


def test_no_two_modules_import_each_other():
    order = TopologicalSorter({module: inside(module) - {module} for module in MODULES})
    assert len(list(order.static_order())) >= len(MODULES)


def test_no_two_rooms_import_each_other():
    rooms = {room: set() for room in FLOORS}
    for module in MODULES:
        rooms.setdefault(room_of(module), set()).update(
            {room_of(other) for other in inside(module)} - {room_of(module)}
        )
    assert list(TopologicalSorter(rooms).static_order())


@pytest.mark.parametrize("module", [module for module in MODULES if not path_of(module).startswith(READERS)])
def test_only_load_reads_content_and_seeds(module):
    assert [(name, line) for name, line in names(module) if name in READING] == []


@pytest.mark.parametrize(
    "module", [module for module in MODULES if room_of(module) not in ("cli", "__main__") and module != TRAVELS]
)
def test_only_the_command_prints_or_exits(module):
    spoken = {"print", "input", "exit", "_exit", "SystemExit"}
    assert [(name, line) for name, line in names(module) if name in spoken] == []
    assert list(uses_of_sys(module)) == []


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is(module):
    said = ast.get_docstring(TREES[module])
    assert said
    assert said.splitlines()[0].endswith((".", ":"))


@pytest.mark.parametrize("module", [module for module in MODULES if module != TRAVELS])
def test_a_module_is_no_longer_than_a_sitting(module):
    assert len((GENERATOR / path_of(module)).read_text("utf-8").splitlines()) < LONGEST


@pytest.mark.parametrize(
    "module", [module for module in MODULES if room_of(module) not in ("io", "load", "plugin", "archive", "publish")]
)
def test_nothing_depends_on_the_clock_chance_or_network(module):
    told = {"random", "time", "locale", "socket", "urllib", "http", "secrets", "uuid"}
    assert {name.split(".")[0] for name in imports(module) if not name.startswith("urllib.parse")} & told == set()
    assert [line for name, line in names(module) if name in ("today", "now", "utcnow")] == []
