"""The interface of a rule module: a docstring with a case that passes and one that fails, an `ID` and a `check`."""

import ast
import inspect
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Protocol, cast, runtime_checkable

from dossier.graph import Graph
from dossier.model.docs import RuleDoc
from dossier.model.finding import Finding

DOCSTRING = re.compile(r"(?s)(?P<summary>.*?)\n\nPasses:(?P<passes>.*?)\nFails:(?P<fails>.*)")


@runtime_checkable
class Rule(Protocol):
    """A rule about one state of a dossier."""

    ID: str
    __doc__: str | None

    def check(self, graph: Graph) -> Iterator[Finding]:
        """Yield a finding for each breach, in any order."""
        ...


@runtime_checkable
class RevisionRule(Protocol):
    """A rule that compares a dossier with an earlier state of it."""

    ID: str
    __doc__: str | None

    def check(self, head: Graph, base: Graph, revision: str) -> Iterator[Finding]:
        """Yield a finding for each breach in `head`; `base` is the state at `revision`."""
        ...


def rule_doc(rule: Rule | RevisionRule) -> RuleDoc:
    """Return the documentation of a rule; without a summary if neither docstrings (`-OO`) nor sources are available."""
    docstring = rule.__doc__
    if docstring is None:
        try:
            docstring = ast.get_docstring(ast.parse(inspect.getsource(cast(ModuleType, rule))))
        except OSError:
            return RuleDoc(rule.ID, "")
    return parse_rule_doc(rule.ID, docstring)


def parse_rule_doc(rule_id: str, docstring: str | None) -> RuleDoc:
    """Return the documentation of a rule, read from its docstring; raise ValueError if a part is missing."""
    match = DOCSTRING.fullmatch((docstring or "").strip())
    if match is None:
        raise ValueError(f"{rule_id}: the docstring needs a sentence, then `Passes:` and `Fails:`")
    return RuleDoc(rule_id, *(" ".join(part.split()) for part in match.group("summary", "passes", "fails")))
