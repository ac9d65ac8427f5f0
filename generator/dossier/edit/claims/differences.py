"""What two states of an entry have differently, value by value.

The items of a list are paired first where they are equal, then where they are of a kind (passages of one source, parts
that claim the same), then in their order: one that was moved, or has another before it, is no difference.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest
from typing import Literal, NamedTuple

from dossier.model.base import Claim, FieldPath, Ground, Part
from dossier.model.passage import Passage

Facet = Literal["claim", "evidence", "words", "standing"]
FACETS: tuple[Facet, ...] = ("claim", "evidence", "words", "standing")
"""What a value is to readers: what is claimed, what that rests on, words about it, how far the record has come."""
STANDING = frozenset({"review", "corrections", "withdrawn", "formerly"})


class Difference(NamedTuple):
    """A value that is another, or is there in one state only. `path` leads to it in the later one, or to its list."""

    facet: Facet
    path: FieldPath
    before: str | None
    after: str | None

    @property
    def field(self) -> str:
        """The keys that lead to it: `measure.scope`, `positions.statement`."""
        return ".".join(step for step in self.path if isinstance(step, str))


def differences(
    before: Part | None, after: Part | None, path: FieldPath = (), within: Facet | None = None
) -> Iterator[Difference]:
    """What two parts of one class have differently, one of which may not be there."""
    part = before or after
    for name, own in _facets(type(part)) if part else ():
        facet = within or own
        old, new = (getattr(one, name) if one else None for one in (before, after))
        if isinstance(old if old is not None else new, tuple):
            for one, other, at in _paired(old or (), new or ()):
                yield from _difference(one, other, (*path, name) if at is None else (*path, name, at), facet)
        else:
            yield from _difference(old, new, (*path, name), facet)


@cache
def _facets(part: type[Part]) -> tuple[tuple[str, Facet], ...]:
    return tuple((name, _facet(name, field.metadata)) for name, field in part.model_fields.items())


def _facet(name: str, marks: Sequence[object]) -> Facet:
    if any(isinstance(mark, Claim) for mark in marks):
        return "claim"
    if any(isinstance(mark, Ground) for mark in marks):
        return "evidence"
    return "standing" if name in STANDING else "words"


def _difference(old: object, new: object, path: FieldPath, facet: Facet) -> Iterator[Difference]:
    if old == new:
        return
    held = new if old is None else old
    if isinstance(held, Part) and not isinstance(held, Passage):
        within: Facet | None = "standing" if facet == "standing" else None
        first, second = (one if isinstance(one, Part) else None for one in (old, new))
        yield from differences(first, second, path, within)
    elif (before := _text(old)) != (after := _text(new)):
        yield Difference("evidence" if isinstance(held, Passage) else facet, path, before, after)


def _text(value: object) -> str | None:
    """A value as a reviewer reads it, white space as one space each."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Passage):
        context = "".join(f", {name} “{words}”" for name in ("prefix", "suffix") if (words := getattr(value, name)))
        value = f"{' → '.join((value.source, *value.via))}: “{value.exact}”{context}"
    return " ".join(str(value).split())


def _paired(before: Sequence[object], after: Sequence[object]) -> Iterator[tuple[object, object, int | None]]:
    """The items that differ, each with its like in the other list or None, and where it stands in the later one."""
    old, new = list(before), dict(enumerate(after))
    for likeness in (_whole, _kin):
        for one in tuple(old):
            at = next((at for at, other in new.items() if likeness(one) == likeness(other)), None)
            if at is not None:
                old.remove(one)
                if likeness is _kin:
                    yield one, new[at], at
                del new[at]
    if any(isinstance(one, Passage) for one in (*before, *after)):
        yield from ((one, None, None) for one in old)
        yield from ((None, other, at) for at, other in new.items())
    else:
        yield from ((one, None if at is None else new[at], at) for one, at in zip_longest(old, new))


def _whole(item: object) -> object:
    return item if isinstance(item, Part) and not isinstance(item, Passage) else _text(item)


def _kin(item: object) -> object:
    if isinstance(item, Passage):
        return item.source
    if isinstance(item, Part):
        claims = tuple(getattr(item, name) for name, facet in _facets(type(item)) if facet == "claim")
        return claims or id(item)
    return id(item)
