"""The program's own words on pages, in the language of the interface, from a gettext catalogue per language.

English is the language of the messages in the code. Another language has a catalogue,
`locale/LANGUAGE/LC_MESSAGES/dossier.po`, which `python -m tests.interface.update` brings up to date with the code.
Separators and lists are those of Unicode's CLDR.

    from dossier.text.interface import gettext as _

    with interface_language("es"):
        _("%(name)s more", name="3")

The language is that of the running task (a `ContextVar`), because most words are far from where the dossier is known.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import cache
from gettext import NullTranslations
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

SOURCE_LANGUAGE = "en"
DOMAIN = "dossier"
UNGROUPED_THOUSANDS = frozenset({"es", "it", "pl", "pt_PT"})
"""Locales that separate thousands only from 10,000 on, which Babel does not know (CLDR: `minimumGroupingDigits`)."""
BEFORE_E, BEFORE_U = re.compile(r"[ií]|h[ií](?![ae])", re.IGNORECASE), re.compile(r"h?[oó]|8|11\b", re.IGNORECASE)
"""Beginnings of words before which the Spanish `y` and `o` become `e` and `u`, as in ICU's lists."""


class ScriptMessages(NamedTuple):
    """The messages of the scripts of pages: translations, or their forms, by the English message.

    `plural` is the rule of the catalogue for the form that belongs to a number `n`, as an expression of C.
    """

    messages: Mapping[str, str | Sequence[str]] = MappingProxyType({})
    plural: str = "(n != 1)"


class Interface(NamedTuple):
    """The language of the interface: its BCP 47 tag, of which there is a catalogue, and its messages."""

    tag: str
    translations: NullTranslations
    script_messages: ScriptMessages = ScriptMessages()

    @property
    def is_source(self) -> bool:
        """Whether it is the language of the messages in the code, which also the handbook is in."""
        return self.tag == SOURCE_LANGUAGE

    @property
    def locale(self) -> str:
        """The identifier of the language in CLDR. English is British, as the messages are."""
        return "en_GB" if self.is_source else self.tag.replace("-", "_")


_ENGLISH = Interface(SOURCE_LANGUAGE, NullTranslations())
_active: ContextVar[Interface] = ContextVar("interface", default=_ENGLISH)
_language: ContextVar[str] = ContextVar("language", default=SOURCE_LANGUAGE)


@cache
def interface_languages() -> tuple[str, ...]:
    """Return the languages that the interface is in: English, then those with a catalogue, as BCP 47 tags."""
    folders = (folder for folder in (files("dossier") / "locale").iterdir() if folder.is_dir())
    tags = sorted(folder.name.replace("_", "-") for folder in folders)
    return (SOURCE_LANGUAGE, *(tag for tag in tags if not tag.startswith("__")))


@cache
def interface_for(language: str) -> Interface:
    """Return the interface for pages in a language (a BCP 47 tag): its own, that of its base language, or English."""
    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        if (tag := "-".join(parts[:length])) in interface_languages():
            return _load(tag)
    return _ENGLISH


@contextmanager
def interface_language(language: str) -> Iterator[Interface]:
    """Set the language of the interface, a BCP 47 tag, while the context is open."""
    interface = interface_for(language)
    token, language_token = _active.set(interface), _language.set(language)
    try:
        yield interface
    finally:
        _active.reset(token)
        _language.reset(language_token)


def active_interface() -> Interface:
    """Return the interface of the running task."""
    return _active.get()


def active_language() -> str:
    """Return the language of the running task's pages, a BCP 47 tag, even if there is no interface in it."""
    return _language.get()


def gettext(message: str, /, **values: object) -> str:
    """Return a message in the language of the interface, with each `%(name)s` replaced by the value of that name."""
    return _fill(_active.get().translations.gettext(message), values)


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Return a message that has several meanings, of which `context` names one."""
    return _fill(_active.get().translations.pgettext(context, message), values)


def ngettext(singular: str, plural: str, number: int, /, **values: object) -> str:
    """Return a message in the form for a number, which is `%(number)s` in it."""
    message = _active.get().translations.ngettext(singular, plural, number)
    return _fill(message, {"number": format_decimal(number)} | values)


def gettext_noop(message: str) -> str:
    """Return a message as it is, to be translated where it is shown: catalogues have it."""
    return message


def ngettext_noop(singular: str, plural: str) -> tuple[str, str]:
    """Return the two forms of a message, to be translated where they are shown."""
    return singular, plural


def _fill(message: str, values: Mapping[str, object]) -> str:
    return message % values if values else message


def format_decimal(value: Decimal | int) -> str:
    """Return a figure with the separators of the language: `12,500.5`, in Spanish `12.500,5`, but `2500`."""
    figure = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    interface = _active.get()
    if interface is _ENGLISH:
        return figure
    if interface.locale in UNGROUPED_THOUSANDS and -10_000 < value < 10_000:
        figure = figure.replace(",", "")
    return figure.translate(_separators(interface.locale))


def format_list(items: Sequence[str], style: Literal["standard", "or"] = "standard") -> str:
    """Return items as `a, b and c` or `a, b or c`, in Spanish `a, b y c`, `a, b e i`."""
    interface = _active.get()
    if interface is _ENGLISH:
        *others, last = items or [""]
        return f"{', '.join(others)} {'or' if style == 'or' else 'and'} {last}" if others else last
    from babel.lists import format_list as format_in_locale

    listed = format_in_locale(items, style=style, locale=interface.locale)
    return _with_spanish_conjunction(listed, items) if interface.tag == "es" else listed


def _with_spanish_conjunction(listed: str, items: Sequence[str]) -> str:
    """Return a list with `e` for `y` before an i, and `u` for `o` before an o, as it is spoken."""
    last = items[-1] if len(items) > 1 else ""
    for conjunction, spoken, sound in (("y", "e", BEFORE_E), ("o", "u", BEFORE_U)):
        end = f" {conjunction} {last}"
        if last and listed.endswith(end) and sound.match(last):
            return f"{listed.removesuffix(end)} {spoken} {last}"
    return listed


def language_name(tag: str) -> str:
    """Return the name of a language, given its BCP 47 tag, or the tag if CLDR does not know it."""
    from babel import Locale

    languages = Locale.parse(_active.get().locale).languages
    parts = tag.split("-")
    names = (languages.get("_".join(parts[:length])) for length in range(len(parts), 0, -1))
    return next((name for name in names if name), tag)


@cache
def _separators(locale: str) -> Mapping[int, str]:
    """Return a table from the separators of English figures to those of a language."""
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return str.maketrans({",": get_group_symbol(locale), ".": get_decimal_symbol(locale)})


@cache
def _load(tag: str) -> Interface:
    """Read a catalogue: from its text, so that there is no compiled copy which could be older."""
    if tag == SOURCE_LANGUAGE:
        return _ENGLISH
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    name = f"locale/{tag.replace('-', '_')}/LC_MESSAGES/{DOMAIN}.po"
    catalogue = read_po(BytesIO((files("dossier") / name).read_bytes()))
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Interface(tag, Translations(compiled, domain=DOMAIN), script_messages(catalogue))


def script_messages(catalogue: "Catalog") -> ScriptMessages:
    """Return the messages of scripts in a catalogue; those without a translation stay English, as on pages."""
    translations: dict[str, str | Sequence[str]] = {}
    for message in catalogue:
        forms = message.string or ""
        is_translated = not message.fuzzy and all([forms] if isinstance(forms, str) else forms)
        if is_translated and any(path.endswith(".js") for path, _ in message.locations):
            translations[message.id if isinstance(message.id, str) else message.id[0]] = forms
    return ScriptMessages(translations, catalogue.plural_expr)
