"""The short name of a new source, by which citations call it: its publisher's, with the day if another has that."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count
from urllib.parse import urlsplit

from dossier.editor.yaml.nodes import YamlValue
from dossier.edtf.format import format_edtf, short_month_name
from dossier.edtf.parse import Edtf
from dossier.model.dossier import Dossier
from dossier.model.kinds.actor import Actor
from dossier.text.interface import gettext, interface_language

_SITE = "sitename: "
"""What the reader of web pages calls the name that a page gives its site."""


def propose_short_name(
    chosen: Mapping[str, YamlValue], metadata: Sequence[str], title: str, published: str, dossier: Dossier
) -> str | None:
    """Return a short name that no other source has: `Sky News`, or `Sky News, 30 Mar 2019`, or with a number.

    `chosen` are the fields that are set already, `published` is a date in EDTF, or "". None if nothing names a
    publisher or site, or the title is as short.
    """
    name = next(_publisher_names(chosen, metadata, dossier), None)
    if name is None or len(title) <= len(name):
        return None
    used = {source.short_label.casefold() for source in dossier.sources}
    with interface_language(dossier.settings.language):
        return next(short for short in _proposals(name, published) if short.casefold() not in used)


def _publisher_names(chosen: Mapping[str, YamlValue], metadata: Sequence[str], dossier: Dossier) -> Iterator[str]:
    """Yield the name of the publisher as the dossier has it, that of the site, and the site's address."""
    publisher = dossier.by_key.get(f"{Actor.singular}:{chosen.get('publisher')}")
    if publisher:
        yield publisher.label
    yield from (" ".join(line.removeprefix(_SITE).split()) for line in metadata if line.startswith(_SITE))
    url = chosen.get("url")
    with suppress(ValueError):  # The address is no address, as the record's own check says.
        host = urlsplit(url).hostname if isinstance(url, str) else None
        if host:
            yield host.removeprefix("www.")


def _proposals(name: str, published: str) -> Iterator[str]:
    """Yield the names to try, endlessly."""
    yield name
    dated = f"{name}, {_date_in_short(Edtf.parse(published))}" if published else name
    yield dated
    yield from (f"{dated} ({number})" for number in count(2))


def _date_in_short(date: Edtf) -> str:
    """Return `30 Mar 2019` for a day, other dates in words."""
    day = date.earliest
    if not date.is_day or day is None:
        return format_edtf(date)
    return gettext("%(day)s %(month)s %(year)s", day=day.day, month=short_month_name(day.month), year=day.year)
