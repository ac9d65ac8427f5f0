"""What the project's names and prose are checked for: `python -m tests.style [PATH…]` lists every breach.

Names: loop variables name the thing, modules and functions are no participles, no two public objects share a name.
Docstrings: a function's begins with a verb in the imperative. Prose: nothing that `banned-words.txt` lists.
"""

import ast
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator" / "dossier"
BANNED_FILE = Path(__file__).with_name("banned-words.txt")
BANNED = [
    (re.compile(pattern), instead)
    for pattern, instead in (
        line.split("\t") for line in BANNED_FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")
    )
]
PROSE_SUFFIXES = {".py", ".md", ".j2", ".js", ".css", ".html", ".yml", ".toml", ".sh", ""}
NOT_OURS = (
    "content/",
    "seeds/",
    "generator/dossier/editor/starters/en/content/",
    "generator/dossier/editor/starters/en/seeds/",
    "generator/dossier/editor/starters/es/",
)
QUOTED_DATA = (
    "generator/dossier/detect/en/attributions.py",
    "generator/dossier/detect/en/counted_nouns.py",
    "generator/dossier/detect/en/noun_limits.py",
    "generator/dossier/detect/en/deeds.py",
    "generator/dossier/detect/en/draft_words.py",
    "generator/dossier/detect/en/lexicon.py",
    "generator/dossier/detect/en/sayings.py",
    "generator/dossier/detect/en/relations.py",
    "tests/check/",
    "tests/detect/",
    "tests/editor/draft_texts.yml",
    "tests/editor/drafted_records.yml",
    "tests/editor/drafts.yml",
    "tests/editor/test_draft.py",
    "tests/editor/test_newcomer.py",
    "tests/match/",
    "tests/hostile/",
    "tests/banned-words.txt",
    "tests/style.py",
    "benchmarks/",
)
"""Files whose text is made-up source text or test data rather than our prose."""
QUOTED_WORDS = (
    "Guillen Martinez told CNN",
    "We were told on Monday evening",
    "has to be mended",
    "{+mended+}",
    'former_plurals: ClassVar[tuple[str, ...]] = ("disputes",)',
    'FORMER_CHAPTERS = {"chains": "attribution", "disputes": "disagreements"}',
    "led spent stood built put",
)
"""Words of the stories that the handbook quotes, the former address of a kind, and verbs that texts may have."""
NOT_A_VERB = frozenset(
    [
        "a",
        "all",
        "an",
        "another",
        "any",
        "both",
        "each",
        "either",
        "every",
        "how",
        "if",
        "in",
        "its",
        "it",
        "no",
        "none",
        "nothing",
        "of",
        "one",
        "only",
        "other",
        "some",
        "such",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
        "what",
        "when",
        "where",
        "whether",
        "which",
        "who",
        "whose",
        "with",
    ]
)
"""No docstring of a function begins with these."""
PARTICIPLES = frozenset(
    [
        "told",
        "made",
        "placed",
        "counted",
        "revised",
        "rewritten",
        "dated",
        "pasted",
        "opened",
        "found",
        "given",
        "held",
        "said",
        "shown",
        "written",
        "formatted",
        "shortened",
        "quoted",
        "squeezed",
        "trimmed",
        "ordered",
        "edited",
        "excluded",
        "resolved",
        "named",
        "listed",
        "linked",
    ]
)
CODE_SPAN = re.compile(r"`[^`]*`")
LOOP_WORDS = frozenset({"one"})
MIRRORED = (
    *(f"dossier.detect.{folder.name}." for folder in Path("generator/dossier/detect").glob("??")),
    "dossier.cli.commands.",
    "dossier.render.pages.",
    "dossier.model.kinds.",
    "dossier.report.",
)
"""Packages whose modules mirror those of another layer on purpose: commands, pages, formats, and the languages."""
SHARED_PUBLIC = frozenset(
    {
        "ID",
        "PATH",
        "DESCRIPTION",
        "EXAMPLE",
        "make_detectors",
        "PARTS",
        "PAGE",
        "COMMAND",
        "check",
        "export",
        "command",
        "context",
        "main",
    }
)
"""Names that every rule, format, page or command defines: they are the interface of its kind of module."""


def tracked(*suffixes):
    """Yield the tracked files with one of these suffixes, relative to the repository's root."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in listed.split("\0"):
        if name and Path(name).suffix in suffixes and (ROOT / name).is_file():
            yield name


def modules():
    """Yield each module of the package as (dotted name, path relative to the root, syntax tree)."""
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield name, file.relative_to(ROOT).as_posix(), ast.parse(file.read_text("utf-8"))


def loop_targets(tree):
    """Yield (name, line) of each variable that a loop or comprehension binds."""
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.AsyncFor | ast.comprehension):
            for inner in ast.walk(node.target):
                if isinstance(inner, ast.Name):
                    yield inner.id, inner.lineno


def vague_loop_variables():
    """Yield a breach for each loop variable that does not name the thing."""
    for file in tracked(".py"):
        for name, line in loop_targets(ast.parse((ROOT / file).read_text("utf-8"))):
            if name in LOOP_WORDS:
                yield f"{file}:{line}: loop variable `{name}`: name the thing"


def participles():
    """Yield a breach for each module or function of the package that is named by a participle."""
    for module, file, tree in modules():
        if module.rpartition(".")[2] in PARTICIPLES:
            yield f"{file}:1: module named by a participle"
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name.strip("_") in PARTICIPLES:
                yield f"{file}:{node.lineno}: function `{node.name}` is a participle: name the action"


def duplicate_modules():
    """Yield a breach for each module name that two packages use without mirroring each other on purpose."""
    places = defaultdict(list)
    for module, file, _ in modules():
        if not file.endswith("__init__.py") and not module.startswith(MIRRORED):
            places[module.rpartition(".")[2]].append(file)
    for name, files in sorted(places.items()):
        if len(files) > 1:
            yield f"{files[1]}:1: a module `{name}` is also {files[0]}"


def duplicate_objects():
    """Yield a breach for each public class or function that two modules define."""
    places = defaultdict(list)
    for _, file, tree in modules():
        for node in tree.body:
            is_public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
            if is_public and node.name not in SHARED_PUBLIC:
                places[node.name].append(f"{file}:{node.lineno}")
    for name, found in sorted(places.items()):
        if len(found) > 1:
            yield f"{found[1]}: `{name}` is also defined in {found[0]}"


def weak_docstrings():
    """Yield a breach for each docstring of a function that does not begin with a verb."""
    for _, file, tree in modules():
        for node in ast.walk(tree):
            if not isinstance(node, ast.FunctionDef) or _is_property(node):
                continue
            first = (ast.get_docstring(node) or "").split(maxsplit=1)[:1]
            if first and first[0].strip("`,.:;“”").lower() in NOT_A_VERB:
                yield f"{file}:{node.lineno}: docstring of `{node.name}` begins with “{first[0]}”: begin with a verb"


def _is_property(node):
    names = {getattr(decorator, "id", getattr(decorator, "attr", "")) for decorator in node.decorator_list}
    return bool(names & {"property", "cached_property"})


def banned_words():
    """Yield a breach for each banned word in prose, names and messages that are ours."""
    for file in tracked(*PROSE_SUFFIXES):
        if file.startswith((*NOT_OURS, *QUOTED_DATA)):
            continue
        for number, line in enumerate((ROOT / file).read_text("utf-8").splitlines(), 1):
            if file.endswith(".md"):
                line = CODE_SPAN.sub("", line)
            for words in QUOTED_WORDS:
                line = line.replace(words, "")
            for pattern, instead in BANNED:
                if found := pattern.search(line):
                    yield f"{file}:{number}: “{found[0]}”: write {instead}"


CHECKS = (vague_loop_variables, participles, duplicate_modules, duplicate_objects, weak_docstrings, banned_words)


def main(paths):
    """Print the breaches in the files below `paths`; all of them where none is named."""
    breaches = [breach for check in CHECKS for breach in check()]
    chosen = [breach for breach in breaches if not paths or breach.startswith(tuple(paths))]
    sys.stdout.write("".join(f"{breach}\n" for breach in chosen))
    sys.stderr.write(f"{len(chosen)} breaches\n")
    return 1 if chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
