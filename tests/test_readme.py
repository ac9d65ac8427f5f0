"""README.md lists every command and every rule, each once."""

import re

from dossier.check.run import RULE_DOCS
from dossier.cli.app import cli
from dossier.cli.reference import subcommands
from dossier.io.rules import LOAD_RULE_DOCS


def section(readme, heading):
    return readme.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_every_command_is_listed(root):
    listed = re.findall(
        r"^\| `dossier (\w+)", section((root / "README.md").read_text("utf-8"), "Commands"), re.MULTILINE
    )
    assert sorted(listed) == sorted(command.name for command in subcommands(cli))


def test_every_rule_is_listed(root):
    _, _, table = section((root / "README.md").read_text("utf-8"), "Rules").partition("|---|")
    assert sorted(re.findall(r"`([a-z-]+)`", table)) == sorted(rule.id for rule in (*RULE_DOCS, *LOAD_RULE_DOCS))
