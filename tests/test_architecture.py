"""The layers: who may import whom, who reads files, who prints."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "generator" / "dossier"
LAYERS = (
    ("text",),
    ("edtf",),
    ("model",),
    ("io",),
    ("documents", "load", "match", "detect", "graph", "atlas"),
    ("coverage", "claims"),
    ("check", "export", "report"),
    ("render",),
    ("pipeline",),
    ("editor", "publish"),
    ("archive", "live"),
    ("cli",),
    ("plugin", "__main__"),
)
"""From the lowest to the highest; a package imports only packages of lower layers."""
LAYER_OF = {package: level for level, packages in enumerate(LAYERS) for package in packages}
READERS = ("io", "load", "archive", "publish", "plugin", "live", "editor/add.py", "text/interface.py")
READING = {"open", "read_text", "read_bytes"}
IMPURE = {"random", "time", "locale", "socket", "urllib", "http", "secrets", "uuid"}
CLOCK = {"today", "now", "utcnow"}
MAX_LINES = 400
STAND_ALONE = "dossier.archive.verify"
"""A program of its own in every archive: one file, which prints and exits."""


def module_name(file):
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_name(file): file for file in sorted(PACKAGE.rglob("*.py"))}
TREES = {module: ast.parse(file.read_text("utf-8")) for module, file in FILES.items()}


def relative_path(module):
    """Return the module's file, relative to the package."""
    return FILES[module].relative_to(PACKAGE).as_posix()


def package_of(module):
    return module.split(".")[1] if "." in module else ""


def imported(module):
    """Yield every module that `module` imports, at the top, in functions and for type checking alike."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: write imports in full"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in TREES else node.module for name in names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def own_imports(module):
    return {name for name in imported(module) if name.split(".")[0] == "dossier"}


def identifiers(module):
    """Yield every plain name and attribute in the module's code, with its line."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno


def uses_of_sys(module):
    """Yield the lines where the module uses the process's streams or exit."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "sys":
            yield from [node.lineno] if node.attr in ("stdout", "stderr", "stdin", "exit") else []


def test_every_package_has_a_layer():
    assert {package_of(module) for module in TREES} - {""} == set(LAYER_OF)


def test_a_package_imports_only_packages_of_lower_layers():
    breaches = [
        f"{module} imports {other}"
        for module in TREES
        for other in sorted(own_imports(module))
        if package_of(other) != package_of(module) and LAYER_OF[package_of(other)] >= LAYER_OF[package_of(module)]
    ]
    assert breaches == []


def test_no_two_modules_import_each_other():
    order = TopologicalSorter({module: own_imports(module) - {module} for module in TREES})
    assert len(list(order.static_order())) >= len(TREES)


def test_only_readers_read_files():
    breaches = [
        f"{relative_path(module)}:{line}: {name}"
        for module in TREES
        if not relative_path(module).startswith(READERS)
        for name, line in identifiers(module)
        if name in READING
    ]
    assert breaches == []


def test_only_the_command_line_prints_or_exits():
    speech = {"print", "input", "exit", "_exit", "SystemExit"}
    quiet = [module for module in TREES if package_of(module) not in ("cli", "__main__") and module != STAND_ALONE]
    breaches = [f"{module}:{line}" for module in quiet for name, line in identifiers(module) if name in speech]
    breaches += [f"{module}:{line}" for module in quiet for line in uses_of_sys(module)]
    assert breaches == []


def test_nothing_depends_on_the_clock_on_chance_or_on_the_network():
    breaches = []
    for module in TREES:
        if package_of(module) in ("io", "load", "plugin", "archive", "publish", "live"):
            continue
        roots = {name.split(".")[0] for name in imported(module) if not name.startswith("urllib.parse")}
        breaches += [f"{module} imports {name}" for name in sorted(roots & IMPURE)]
        breaches += [f"{module}:{line}: {name}" for name, line in identifiers(module) if name in CLOCK]
    assert breaches == []


def test_a_module_begins_with_a_sentence_and_states_a_reason_if_it_is_long():
    breaches = []
    for module, tree in TREES.items():
        docstring = ast.get_docstring(tree) or ""
        if not docstring.partition("\n")[0].endswith((".", ":")):
            breaches.append(f"{module}: no sentence says what it is")
        if len(FILES[module].read_text("utf-8").splitlines()) > MAX_LINES and "lines because" not in docstring:
            breaches.append(f"{module}: over {MAX_LINES} lines, with no reason in its docstring (“… lines because …”)")
    assert breaches == []
