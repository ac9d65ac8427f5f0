"""The pages of the handbook in their order, each leading to the one before and the one after."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from html import escape, unescape
from typing import Any

from jinja2 import Environment

from dossier.io.resources import handbook_chapters
from dossier.model.docs import CommandDoc
from dossier.model.output import OutputFile, SearchEntry
from dossier.render.handbook.fields import field_tables
from dossier.render.handbook.links import rewrite_code_links
from dossier.render.head.tags import LENGTH
from dossier.render.markdown import Markdown
from dossier.text.truncate import truncate

FOLDER = "handbook"
INDEX = "index"
ORDER = (
    INDEX,
    "first-record",
    "records",
    "passages",
    "quotes",
    "numbers",
    "dates",
    "chains",
    "disagreements",
    "sources",
    "reviewing",
    "publishing",
    "archiving",
    "editor",
    "fields",
    "commands",
)
"""The index, then every page in the order in which it lists them."""
SEARCH_KIND, SEARCH_BOOST = "Handbook", 0.1
"""Readers look for the story: what is for editors comes last."""
MARKS = re.compile(r"[`*\[]|\](?:\([^)]*\))?")
NOT_SEARCHED = re.compile(r"^```.*?^```$|\]\([^)]*\)|<[^>]*>|^[|: -]+$|[\[\]`*|#]", re.DOTALL | re.MULTILINE)


def render_handbook(made: Environment, commands: Sequence[CommandDoc]) -> Iterator[OutputFile]:
    """Every page, with the turn to its neighbours at its foot."""
    written = _written(made, commands)
    titles = {name: text.partition("\n")[0].removeprefix("# ") for name, text in written.items()}
    for at, name in enumerate(ORDER):
        turn = _turn(titles, ORDER[at - 1 : at] if at else (), ORDER[at + 1 : at + 2])
        title = titles[name] if name == INDEX else f"Handbook: {titles[name]}"
        body = written[name] if name == INDEX else _under(titles[INDEX], written[name])
        content = f"{_front_matter(title, written[name])}\n{body.rstrip()}\n\n---\n\n{turn}\n"
        yield OutputFile(f"{FOLDER}/{name}.md", content, partial(_entry, title, written[name]))


def _written(made: Environment, commands: Sequence[CommandDoc]) -> Mapping[str, str]:
    """The chapters, and what is made of the model and the commands, by name."""
    told = [(one, _code(one.usage), _code(one.example) if one.example else Markdown("")) for one in commands]
    given: Mapping[str, Mapping[str, Any]] = {"fields": {"shapes": field_tables()}, "commands": {"commands": told}}
    reference = {
        name: made.get_template(f"handbook/{name}.md.j2").render(page=f"{FOLDER}/{name}.md", **parts).lstrip()
        for name, parts in given.items()
    }
    return {name: rewrite_code_links(text) for name, text in handbook_chapters().items()} | reference


def _front_matter(title: str, text: str) -> str:
    """The head of a page's file: what it is called, and its first paragraph, which MkDocs takes as HTML."""
    first = truncate(" ".join(MARKS.sub("", text.split("\n\n")[1]).split()), LENGTH)
    return f"---\ntitle: {json.dumps(title)}\ndescription: {json.dumps(escape(first), ensure_ascii=False)}\n---\n"


def _under(index: str, text: str) -> str:
    """A page that says below its title where it belongs, to those who come from elsewhere."""
    title, _, rest = text.partition("\n")
    return f"{title}\n\n*[{index}]({INDEX}.md) for editors*\n{rest}"


def _turn(titles: Mapping[str, str], before: Sequence[str], after: Sequence[str]) -> str:
    """Links to the pages before and after, and to the index where it is neither of them."""
    back = [f"[← {titles[name]}]({name}.md)" for name in before]
    up = [f"[{titles[INDEX]}]({INDEX}.md)"] if before and INDEX not in before else []
    return " · ".join([*back, *up, *(f"[{titles[name]} →]({name}.md)" for name in after)])


def _code(text: str) -> Markdown:
    return Markdown(f"```sh\n{text}\n```")


def _entry(title: str, text: str) -> SearchEntry:
    """What a search finds a page by: its words, without the examples, which tell another story."""
    return SearchEntry(SEARCH_KIND, title, unescape(NOT_SEARCHED.sub(" ", text)), boost=SEARCH_BOOST)
