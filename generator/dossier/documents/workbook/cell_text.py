"""The text of a cell whose parts may be raised, lowered or struck out."""

from collections.abc import Sequence

from dossier.documents.raised_text import lowered_text, raised_text


def join_runs(runs: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Return the text of runs, and the words in it that are struck out.

    A run is its effect (`superscript`, `subscript`, `strike`, otherwise anything else) and its words.
    """
    result = struck = ""
    for index, (effect, text) in enumerate(runs):
        after = "".join(others for _, others in runs[index + 1 : index + 3])
        if effect == "strike":
            struck += text
        elif effect == "superscript" and text.strip():
            result += raised_text(text.strip(), result, after)
        elif effect == "subscript" and text.strip():
            result += lowered_text(text.strip(), result, after)
        else:
            result += text
    return result, struck
