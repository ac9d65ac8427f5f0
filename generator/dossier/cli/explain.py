"""`dossier explain`: what a rule asks for, with a case that passes and one that fails."""

import argparse
import sys

from dossier.cli.command import CLEAN, WRONG_USE, Command
from dossier.cli.style import ALL_RULES
from dossier.model.docs import RuleDoc
from dossier.text.suggest import did_you_mean


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rules", nargs="*", metavar="RULE", help="as it stands at the end of a finding; all if none")


def _run(arguments: argparse.Namespace) -> int:
    known = {rule.id: rule for rule in ALL_RULES}
    unknown = [name for name in arguments.rules if name not in known]
    for name in unknown:
        sys.stderr.write(f"dossier: there is no rule `{name}`{did_you_mean(name, known)}\n")
    if unknown:
        return WRONG_USE
    named = [known[name] for name in arguments.rules]
    told = "\n".join(map(_whole, named)) if named else "".join(f"{rule.id}: {rule.summary}\n" for rule in ALL_RULES)
    sys.stdout.write(told)
    return CLEAN


def _whole(rule: RuleDoc) -> str:
    cases = [f"  {name} {case}\n" for name, case in (("Passes:", rule.passes), ("Fails: ", rule.fails)) if case]
    return f"{rule.id}\n  {rule.summary}\n" + "".join(cases)


EXPLAIN = Command(
    "explain",
    "say what a rule asks for, with a case that passes and one that fails",
    "dossier explain passage-differs\ndossier explain",
    _arguments,
    _run,
    of_dossier=False,
)
