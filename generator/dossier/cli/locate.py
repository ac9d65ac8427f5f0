"""`dossier locate`: finds words in the texts."""

import argparse
import sys

from dossier.cli.command import CLEAN, FINDINGS, Command
from dossier.editor.load_strict import opened, texts_in
from dossier.editor.locate import locate, nearest, not_found, pasted


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORDS", help="the words, as they stand in a text")
    parser.add_argument("--in", dest="source", metavar="SOURCE", help="look in this source's text only")


def _run(arguments: argparse.Namespace) -> int:
    dossier = opened(arguments.root)
    texts, words = texts_in(dossier, arguments.source), " ".join(arguments.words)
    found = locate(words, texts)
    if found:
        sys.stdout.write(pasted(found, dossier))
        return CLEAN
    near = nearest(words, texts)
    sys.stderr.write(not_found(near))
    sys.stdout.write(pasted(near, dossier))
    return FINDINGS


LOCATE = Command(
    "locate",
    "find words in the texts and print each passage as YAML, ready to paste under `passages:`",
    'dossier locate "567 Venezuelan soldiers"\ndossier locate --in wnu-defected-567 Maduro',
    _arguments,
    _run,
)
