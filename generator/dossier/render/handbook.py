"""The pages of the handbook for editors, in order, each with links to the one before and the one after."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from html import escape, unescape
from typing import NamedTuple

from dossier.io.resources import handbook_chapters, handbook_pictures
from dossier.model.docs import CommandDoc
from dossier.model.output import OutputFile, SearchEntry
from dossier.render.environment import StrictEnvironment
from dossier.render.field_reference import field_tables
from dossier.render.head import MAX_DESCRIPTION
from dossier.render.markdown import Markdown
from dossier.text.wording import truncate

FOLDER = "handbook"
INDEX = "index"
ORDER = (
    INDEX,
    "first-record",
    "browser",
    "drafting",
    "records",
    "passages",
    "statements",
    "quotes",
    "numbers",
    "dates",
    "attribution",
    "disagreements",
    "sources",
    "reviewing",
    "publishing",
    "plugins",
    "archiving",
    "many-dossiers",
    "editor",
    "migrating",
    "fields",
    "commands",
)
"""The index, then every page in the order in which the index lists them."""
FORMER_CHAPTERS = {"chains": "attribution", "disputes": "disagreements"}
"""Chapters by the names that their addresses had before."""
SEARCH_KIND, SEARCH_BOOST = "Handbook", 0.1
"""Readers search for the story, so pages for editors rank last."""
MARKUP = re.compile(r"[`*\[]|\](?:\([^)]*\))?")
CODE_LINK = re.compile(r"\]\(\.\./(?P<folder>[a-z/]+)/(?:(?P<module>[a-z_]+)\.py)?\)")
"""A link from a chapter into the source code, which works where the chapters are read in the repository."""
NOT_SEARCHED = re.compile(r"^```.*?^```$|\]\([^)]*\)|<[^>]*>|^[|: -]+$|[\[\]`*|#]", re.DOTALL | re.MULTILINE)


def former_chapter_urls() -> Iterator[tuple[str, str, str]]:
    """Yield each former address of a chapter, the present one, and the chapter's title."""
    chapters = handbook_chapters()
    for old, name in FORMER_CHAPTERS.items():
        yield f"{FOLDER}/{old}.html", f"{FOLDER}/{name}.html", _title(chapters[name])


class GeneratedPage(NamedTuple):
    """The page generated from a folder of the code, and the prefix of a module's name in its anchors."""

    page: str
    anchor_prefix: str = ""


GENERATED_PAGES: Mapping[str, GeneratedPage] = {
    "check": GeneratedPage("../rules.md"),
    "check/rules": GeneratedPage("../rules.md"),
    "cli/commands": GeneratedPage("commands.md", "dossier-"),
    "coverage": GeneratedPage("../coverage.md"),
    "export": GeneratedPage("../data.md"),
    "load": GeneratedPage("../rules.md"),
    "model": GeneratedPage("fields.md"),
    "model/kinds": GeneratedPage("fields.md"),
}


def render_handbook(environment: StrictEnvironment, commands: Sequence[CommandDoc]) -> Iterator[OutputFile]:
    """Yield every page, with links to its neighbours, rendered when its content is asked for; then the pictures."""
    texts = cache(partial(_page_texts, environment, commands))
    for index, name in enumerate(ORDER):
        yield OutputFile(f"{FOLDER}/{name}.md", partial(_page, texts, index), partial(_search_entry, texts, name))
    for path, picture in handbook_pictures().items():
        yield OutputFile(f"{FOLDER}/{path}", picture, is_searchable=False)


def _page(texts: Callable[[], Mapping[str, str]], index: int) -> str:
    """Return the page at an index of `ORDER`."""
    titles, name = {name: _title(text) for name, text in texts().items()}, ORDER[index]
    previous_pages, next_pages = ORDER[max(index - 1, 0) : index], ORDER[index + 1 : index + 2]
    body = texts()[name] if name == INDEX else _with_index_link(titles[INDEX], texts()[name])
    navigation = _navigation(titles, previous_pages, next_pages)
    return f"{_front_matter(_full_title(titles[name], name), texts()[name])}\n{body.rstrip()}\n\n---\n\n{navigation}\n"


def _full_title(title: str, name: str) -> str:
    return title if name == INDEX else f"Handbook: {title}"


def _page_texts(environment: StrictEnvironment, commands: Sequence[CommandDoc]) -> Mapping[str, str]:
    """Return the Markdown of the chapters and of the generated references to fields and commands, by name."""
    contexts: Mapping[str, Mapping[str, object]] = {
        "fields": {"tables": field_tables()},
        "commands": {
            "commands": [
                (command, _code_block(command.usage), _code_block(command.example) if command.example else Markdown(""))
                for command in commands
            ]
        },
    }
    references = {
        name: environment.render_page(f"handbook/{name}.md.j2", f"{FOLDER}/{name}.md", context).lstrip()
        for name, context in contexts.items()
    }
    chapters = {name: _rewrite_code_links(text) for name, text in handbook_chapters().items()}
    return chapters | references


def _rewrite_code_links(chapter: str) -> str:
    """Return a chapter with `../check/rules/orphan_record.py` replaced by the address of that rule's section, etc."""
    return CODE_LINK.sub(_generated_link, chapter)


def _generated_link(match: re.Match[str]) -> str:
    page = GENERATED_PAGES[match["folder"]]
    anchor = f"#{page.anchor_prefix}{match['module'].replace('_', '-')}" if match["module"] else ""
    return f"]({page.page}{anchor})"


def _title(text: str) -> str:
    """Return the heading that a page begins with."""
    return text.partition("\n")[0].removeprefix("# ")


def _front_matter(title: str, text: str) -> str:
    """Return a page's front matter: its title, and its first paragraph as its description, which is HTML in MkDocs."""
    first_paragraph = MARKUP.sub("", text.split("\n\n")[1])
    description = escape(truncate(" ".join(first_paragraph.split()), MAX_DESCRIPTION))
    return f"---\ntitle: {json.dumps(title)}\ndescription: {json.dumps(description, ensure_ascii=False)}\n---\n"


def _with_index_link(index_title: str, text: str) -> str:
    """Return a page with a link to the index below its title, for those who come from elsewhere."""
    title, _, rest = text.partition("\n")
    return f"{title}\n\n*[{index_title}]({INDEX}.md) for editors*\n{rest}"


def _navigation(titles: Mapping[str, str], previous_pages: Sequence[str], next_pages: Sequence[str]) -> str:
    """Return links to the page before, if any, to the index unless it is that page, and to the page after, if any."""
    back = [f"[← {titles[name]}]({name}.md)" for name in previous_pages]
    index = [f"[{titles[INDEX]}]({INDEX}.md)"] if previous_pages and INDEX not in previous_pages else []
    forward = [f"[{titles[name]} →]({name}.md)" for name in next_pages]
    return " · ".join([*back, *index, *forward])


def _code_block(text: str) -> Markdown:
    return Markdown(f"```sh\n{text}\n```")


def _search_entry(texts: Callable[[], Mapping[str, str]], name: str) -> SearchEntry:
    """Return the search entry of a page: its words without the examples, which are about another story."""
    text = texts()[name]
    title = _full_title(_title(text), name)
    return SearchEntry(SEARCH_KIND, title, unescape(NOT_SEARCHED.sub(" ", text)), boost=SEARCH_BOOST)
