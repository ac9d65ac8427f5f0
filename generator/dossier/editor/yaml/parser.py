"""YAML to nodes, with each comment attached to the item it belongs to."""

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple, cast

import yaml

from dossier.editor.yaml.nodes import Collection, CollectionItem, Node, Scalar
from dossier.io.yaml_reader import read_yaml
from dossier.model.errors import UserError

COMMENT = re.compile("#.*")
BLOCK_STYLES = ("|", ">")


class _Comment(NamedTuple):
    """A comment: its offset, line and column (all from 0), and whether it is alone on its line."""

    start: int
    line: int
    column: int
    text: str
    is_alone: bool


def parse_mapping(text: str, path: str) -> Collection:
    """Parse the mapping in `text`. Raises UserError, with the location in `path`, where it cannot be read."""
    composed = compose(text, path)
    return _Reader(text, _find_comments(text, composed)).read_document(composed)


def compose(text: str, path: str) -> yaml.MappingNode:
    """Return the mapping as PyYAML's nodes, which have positions. Raises UserError where `text` cannot be read."""
    tree = read_yaml(text, path)
    if tree.findings:
        raise UserError("\n".join(map(str, tree.findings)))
    return cast(yaml.MappingNode, yaml.compose(text, yaml.CSafeLoader))  # read_yaml has limited its depth.


def _find_comments(text: str, composed: yaml.Node) -> Iterator[_Comment]:
    """Yield every comment: everything that begins with `#` outside the scalars."""
    for gap_start, gap_end in _gaps(text, composed):
        for match in COMMENT.finditer(text, gap_start, gap_end):
            start = match.start()
            line_start = text.rfind("\n", 0, start) + 1
            is_alone = not text[line_start:start].strip()
            yield _Comment(start, text.count("\n", 0, start), start - line_start, match[0].rstrip(), is_alone)


def _gaps(text: str, composed: yaml.Node) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the text between the scalars, and of the first line of each block scalar."""
    after = 0
    for scalar in _scalars(composed):
        start, end = scalar.start_mark.index, scalar.end_mark.index
        yield after, start
        if _style(scalar) in BLOCK_STYLES:
            line_end = text.find("\n", start)
            yield start, len(text) if line_end == -1 else line_end
        after = end
    yield after, len(text)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield every scalar inside a node, including keys, in the order of the text."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _scalars(value)


class _Next(NamedTuple):
    """The start of whatever follows a node: its offset, and its column from 0, or -1 at the end of the file."""

    start: int
    column: int


class _Reader:
    """Reads nodes in the order of the text and attaches the comments it passes."""

    def __init__(self, text: str, comments: Iterator[_Comment]) -> None:
        self._text = text
        self._comments = deque(comments)

    def read_document(self, composed: yaml.MappingNode) -> Collection:
        """Return the whole document; comments that are left at its end belong to it."""
        collection = self._collection(composed, _Next(len(self._text), -1))
        return collection._replace(comments_below=(*collection.comments_below, *self._take_before(len(self._text))))

    def _node(self, node: yaml.Node, following: _Next) -> Node:
        if isinstance(node, yaml.CollectionNode):
            return self._collection(node, following)
        return Scalar(node.value, _style(node) == "|", self._folds(node))

    def _folds(self, node: yaml.Node) -> tuple[str, ...]:
        """Return the lines of a folded scalar."""
        if _style(node) != ">":
            return ()
        source = self._text[node.start_mark.index : node.end_mark.index]
        return tuple(line.strip(" ") for line in source.splitlines()[1:])

    def _collection(self, node: yaml.CollectionNode, following: _Next) -> Collection:
        is_mapping = isinstance(node, yaml.MappingNode)
        children: list[tuple[yaml.ScalarNode | None, yaml.Node]] = (
            node.value if is_mapping else [(None, value) for value in node.value]
        )
        if node.flow_style:
            following = _Next(node.end_mark.index, -1)
        nexts = [*(_next(key or value) for key, value in children[1:]), following]
        items = [self._item(key, value, after) for (key, value), after in zip(children, nexts, strict=False)]
        return Collection(tuple(items), is_mapping, self._take_below(node, following))

    def _item(self, key: yaml.ScalarNode | None, value: yaml.Node, following: _Next) -> CollectionItem:
        above = self._take_before((key or value).start_mark.index)
        if isinstance(value, yaml.CollectionNode) and not value.flow_style:
            trailing = self._take_trailing(key.end_mark.line) if key else ()
            return CollectionItem(self._node(value, following), key.value if key else None, above, *trailing)
        above = (*above, *self._take_before(value.start_mark.index))
        node = self._node(value, following)
        trailing = self._take_trailing((value.start_mark if _style(value) in BLOCK_STYLES else value.end_mark).line)
        return CollectionItem(node, key.value if key else None, above, *trailing)

    def _take_before(self, offset: int) -> tuple[str, ...]:
        """Remove and return the comments before an offset."""
        comments = []
        while self._comments and self._comments[0].start < offset:
            comments.append(self._comments.popleft().text)
        return tuple(comments)

    def _take_trailing(self, line: int) -> tuple[str, ...]:
        """Remove and return the comment at the end of a line, if there is one."""
        if self._comments and self._comments[0].line == line and not self._comments[0].is_alone:
            return (self._comments.popleft().text,)
        return ()

    def _take_below(self, node: yaml.CollectionNode, following: _Next) -> tuple[str, ...]:
        """Remove and return the comments after a collection's last item that are indented as deep as the collection."""
        depth = max(node.start_mark.column, following.column + 1)
        comments = []
        while self._comments and self._comments[0].start < following.start:
            if self._comments[0].column < depth and not node.flow_style:
                break
            comments.append(self._comments.popleft().text)
        return tuple(comments)


def _next(node: yaml.Node) -> _Next:
    return _Next(node.start_mark.index, node.start_mark.column)


def _style(node: yaml.Node) -> str | None:
    return node.style if isinstance(node, yaml.ScalarNode) else None
