"""A ranked list of statements to review: as text, as Markdown for a pull request, and as JSON."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dossier.claims.review import ReviewItem
from dossier.model.finding import escape_controls
from dossier.text.report_markdown import markdown_code, markdown_text
from dossier.text.serialize import json_document
from dossier.text.wording import pluralize, truncate

MAX_PASSAGES = 3
MAX_PASSAGE_LENGTH = 300
NO_REASON = "no difference of wording found"


def review_text(items: Sequence[ReviewItem]) -> str:
    """Return for each item its location and reasons, the statement, and its passages below."""
    return "\n".join(map(_item_text, items))


def review_markdown(items: Sequence[ReviewItem]) -> str:
    """Return the list as Markdown; it begins with a second-level heading."""
    if not items:
        return "## Statements to review\n\nNone.\n"
    entries = "".join(map(_item_markdown, items))
    advice = (
        "Compare each statement with its passages: those first that are most likely to say more, or something else."
    )
    return f"## {pluralize(len(items), 'statement')} to review\n\n{advice}\n\n{entries}"


def review_json(items: Sequence[ReviewItem]) -> str:
    """Return a JSON list of the items: location, record, statement, score, reasons and passages."""
    return json_document([_item_data(item) for item in items])


REVIEWS: Mapping[str, Callable[[Sequence[ReviewItem]], str]] = {
    "text": review_text,
    "json": review_json,
    "markdown": review_markdown,
}
"""Each format by its name."""


def _item_text(item: ReviewItem) -> str:
    lines = [f"{item.location}: {_reasons(item)}", f"    {item.text}"]
    lines += [f"    | {source}: {passage}" for source, passage in _first_passages(item)]
    lines += [f"    | {_count_others(item)}"] * (len(_passages(item)) > MAX_PASSAGES)
    return "".join(f"{escape_controls(line)}\n" for line in lines)


def _item_markdown(item: ReviewItem) -> str:
    place = markdown_code(f"{item.location.path}:{item.location.line}")
    lines = [f"- {place}: {markdown_text(_reasons(item))}", f"  - {markdown_text(item.text)}"]
    lines += [f"  - {markdown_code(source)}: “{markdown_text(passage)}”" for source, passage in _first_passages(item)]
    lines += [f"  - {_count_others(item)}"] * (len(_passages(item)) > MAX_PASSAGES)
    return "".join(f"{line}\n" for line in lines)


def _passages(item: ReviewItem) -> list[tuple[str, str]]:
    """Return the source and the text of each passage, those that the first reason is about before the others."""
    words = item.reasons[0].passage_words if item.reasons else ""
    passages = [(citation.passage.source, text) for citation, text in zip(item.citations, item.passages, strict=True)]
    return sorted(dict.fromkeys(passages), key=lambda passage: words not in passage[1])


def _first_passages(item: ReviewItem) -> list[tuple[str, str]]:
    return [(source, truncate(text, MAX_PASSAGE_LENGTH)) for source, text in _passages(item)[:MAX_PASSAGES]]


def _count_others(item: ReviewItem) -> str:
    return f"and {pluralize(len(_passages(item)) - MAX_PASSAGES, 'more passage')}"


def _item_data(item: ReviewItem) -> dict[str, Any]:
    return {
        **item.location._asdict(),
        "record": item.statement.item.key,
        "statement": item.text,
        "score": round(item.score, 3),
        "reasons": [
            {"kind": reason.kind, "message": reason.message, "weight": round(reason.weight, 3)}
            for reason in item.reasons
        ],
        "passages": [
            {"source": citation.passage.source, "text": passage}
            for citation, passage in zip(item.citations, item.passages, strict=True)
        ],
    }


def _reasons(item: ReviewItem) -> str:
    return "; ".join(reason.message for reason in item.reasons) or NO_REASON
