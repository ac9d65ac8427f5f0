"""`dossier locate`: finds words in the texts."""

import argparse
import sys

from dossier.cli.command import CLEAN, FINDINGS, Command
from dossier.editor.loading import load_or_fail, select_texts
from dossier.editor.locate import find_closest, find_quotes, format_passages, not_found_message


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORDS", help="the words, as they stand in a text")
    parser.add_argument("--in", dest="source", metavar="SOURCE", help="look in this source's text only")


def _run(arguments: argparse.Namespace) -> int:
    dossier = load_or_fail(arguments.root)
    texts, words = select_texts(dossier, arguments.source), " ".join(arguments.words)
    found = find_quotes(words, texts)
    if found:
        sys.stdout.write(format_passages(found, dossier))
        return CLEAN
    near = find_closest(words, texts)
    sys.stderr.write(not_found_message(near))
    sys.stdout.write(format_passages(near, dossier))
    return FINDINGS


LOCATE = Command(
    "locate",
    "find words in the texts and print each passage as YAML, ready to paste under `passages:`",
    'dossier locate "567 Venezuelan soldiers"\ndossier locate --in wnu-defected-567 Maduro',
    _arguments,
    _run,
)
