"""YAML to nodes, each comment kept by the item it belongs to."""

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple, cast

import yaml

from dossier.editor.yaml.nodes import Collection, CollectionItem, Node, Scalar
from dossier.io.yaml_reader import read_yaml
from dossier.model.errors import UserError

COMMENT = re.compile("#.*")
FOLDED = ("|", ">")


class _Comment(NamedTuple):
    """A comment: its offset, line and column from 0, and whether nothing stands before it on its line."""

    start: int
    line: int
    column: int
    text: str
    alone: bool


def read_block(text: str, path: str) -> Collection:
    """The mapping that `text` holds. Raises RefusedError, with the place in `path`, where it cannot be read."""
    composed = compose(text, path)
    return _Reader(text, _comments(text, composed)).whole(composed)


def compose(text: str, path: str) -> yaml.MappingNode:
    """The mapping as PyYAML's nodes, with their places. Raises RefusedError where `text` cannot be read."""
    tree = read_yaml(text, path)
    if tree.findings:
        raise UserError("\n".join(map(str, tree.findings)))
    return cast(yaml.MappingNode, yaml.compose(text, yaml.CSafeLoader))  # It nests no deeper than read_tree allows.


def _comments(text: str, composed: yaml.Node) -> Iterator[_Comment]:
    """Every comment: whatever begins with `#` outside of the scalars."""
    for start, end in _gaps(text, composed):
        for found in COMMENT.finditer(text, start, end):
            line_start = text.rfind("\n", 0, found.start()) + 1
            alone = not text[line_start : found.start()].strip()
            line = text.count("\n", 0, found.start())
            yield _Comment(found.start(), line, found.start() - line_start, found[0].rstrip(), alone)


def _gaps(text: str, composed: yaml.Node) -> Iterator[tuple[int, int]]:
    """The stretches between the scalars, and the heads of those that are folded."""
    after = 0
    for scalar in _scalars(composed):
        start, end = scalar.start_mark.index, scalar.end_mark.index
        yield after, start
        if _style(scalar) in FOLDED:
            yield start, text.find("\n", start) % (len(text) + 1)
        after = end
    yield after, len(text)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Every scalar inside, keys too, in the order of the text."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for inner in node.value if isinstance(node, yaml.CollectionNode) else ():
        for one in inner if isinstance(inner, tuple) else (inner,):
            yield from _scalars(one)


class _Next(NamedTuple):
    """Where what follows a node begins: its offset, and its column from 0; -1 at the end of the file."""

    start: int
    column: int


class _Reader:
    """Reads nodes in the order of the text, handing out the comments as it passes them."""

    def __init__(self, text: str, comments: Iterator[_Comment]) -> None:
        self._text = text
        self._comments = deque(comments)

    def whole(self, composed: yaml.MappingNode) -> Collection:
        """The whole document, with what comments are left at its end."""
        block = self._block(composed, _Next(len(self._text), -1))
        return block._replace(below=(*block.below, *self._take(len(self._text))))

    def _node(self, node: yaml.Node, following: _Next) -> Node:
        if isinstance(node, yaml.CollectionNode):
            return self._block(node, following)
        return Scalar(node.value, _style(node) == "|", self._folds(node))

    def _folds(self, node: yaml.Node) -> tuple[str, ...]:
        """The lines of a folded text."""
        if _style(node) != ">":
            return ()
        written = self._text[node.start_mark.index : node.end_mark.index]
        return tuple(line.strip(" ") for line in written.splitlines()[1:])

    def _block(self, node: yaml.CollectionNode, following: _Next) -> Collection:
        keyed = isinstance(node, yaml.MappingNode)
        children: list[tuple[yaml.ScalarNode | None, yaml.Node]] = (
            node.value if keyed else [(None, value) for value in node.value]
        )
        if node.flow_style:
            following = _Next(node.end_mark.index, -1)
        nexts = [*(_next(key or value) for key, value in children[1:]), following]
        items = [self._item(key, value, after) for (key, value), after in zip(children, nexts, strict=False)]
        return Collection(tuple(items), keyed, self._below(node, following))

    def _item(self, key: yaml.ScalarNode | None, value: yaml.Node, following: _Next) -> CollectionItem:
        above = self._take((key or value).start_mark.index)
        if isinstance(value, yaml.CollectionNode) and not value.flow_style:
            beside = self._beside(key.end_mark.line) if key else ()
            return CollectionItem(self._node(value, following), key.value if key else None, above, *beside)
        above = (*above, *self._take(value.start_mark.index))
        node = self._node(value, following)
        beside = self._beside((value.start_mark if _style(value) in FOLDED else value.end_mark).line)
        return CollectionItem(node, key.value if key else None, above, *beside)

    def _take(self, before: int) -> tuple[str, ...]:
        """The comments up to an offset."""
        taken = []
        while self._comments and self._comments[0].start < before:
            taken.append(self._comments.popleft().text)
        return tuple(taken)

    def _beside(self, line: int) -> tuple[str, ...]:
        """The comment at the end of a line, if there is one."""
        if self._comments and self._comments[0].line == line and not self._comments[0].alone:
            return (self._comments.popleft().text,)
        return ()

    def _below(self, node: yaml.CollectionNode, following: _Next) -> tuple[str, ...]:
        """The comments after a collection's last item that stand as deep as the collection does."""
        depth = max(node.start_mark.column, following.column + 1)
        taken = []
        while self._comments and self._comments[0].start < following.start:
            if self._comments[0].column < depth and not node.flow_style:
                break
            taken.append(self._comments.popleft().text)
        return tuple(taken)


def _next(node: yaml.Node) -> _Next:
    return _Next(node.start_mark.index, node.start_mark.column)


def _style(node: yaml.Node) -> str | None:
    return node.style if isinstance(node, yaml.ScalarNode) else None
