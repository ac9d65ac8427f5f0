"""`dossier explain`: explain rules, with examples."""

import sys

import click

from dossier.cli.console import ALL_RULES, EXIT_ERROR, EXIT_OK
from dossier.cli.options import PROGRAM, examples, ignored_root_option
from dossier.cli.parameter_types import Described
from dossier.model.docs import RuleDoc
from dossier.text.suggest import did_you_mean


@click.command(
    "explain",
    help="Explain a rule, with examples.",
    epilog=examples("dossier explain passage-differs", "dossier explain"),
)
@ignored_root_option
@click.argument(
    "names",
    nargs=-1,
    type=Described({rule.id: rule.summary for rule in ALL_RULES}),
    metavar="[RULE]...",
    help="rule id shown in brackets after a finding (default: list all rules)",
)
def command(names: tuple[str, ...]) -> int:
    """Print the rules of these ids in full, or a list of all rules."""
    rules = {rule.id: rule for rule in ALL_RULES}
    unknown = [name for name in names if name not in rules]
    for name in unknown:
        sys.stderr.write(f"{PROGRAM}: unknown rule `{name}`{did_you_mean(name, rules)}\n")
    if unknown:
        return EXIT_ERROR
    if names:
        sys.stdout.write("\n".join(_explanation(rules[name]) for name in names))
    else:
        sys.stdout.writelines(f"{rule.id}: {rule.summary}\n" for rule in ALL_RULES)
    return EXIT_OK


def _explanation(rule: RuleDoc) -> str:
    lines = [rule.id, f"  {rule.summary}"]
    if rule.passes:
        lines.append(f"  Passes: {rule.passes}")
    if rule.fails:
        lines.append(f"  Fails:  {rule.fails}")
    return "".join(f"{line}\n" for line in lines)
