"""Figures and lists in the language of the interface."""

from decimal import Decimal

import pytest
from babel.messages.catalog import Catalog
from dossier.text.interface import format_decimal, format_list, interface_language, script_messages


@pytest.mark.parametrize(
    ("value", "english", "spanish"),
    [
        (567, "567", "567"),
        (2500, "2,500", "2500"),
        (12500, "12,500", "12.500"),
        (Decimal("-2500.75"), "-2,500.75", "-2500,75"),
        (Decimal("1000000.5"), "1,000,000.5", "1.000.000,5"),
    ],
)
def test_separators(value, english, spanish):
    assert format_decimal(value) == english
    with interface_language("es"):
        assert format_decimal(value) == spanish


@pytest.mark.parametrize(
    ("items", "style", "english", "spanish"),
    [
        ([], "standard", "", ""),
        (["Lara"], "standard", "Lara", "Lara"),
        (["Lara", "Miranda"], "standard", "Lara and Miranda", "Lara y Miranda"),
        (["Lara", "Miranda", "Zulia"], "or", "Lara, Miranda or Zulia", "Lara, Miranda o Zulia"),
        (["Lara", "Iribarren"], "standard", "Lara and Iribarren", "Lara e Iribarren"),
        (["Lara", "Íñigo"], "standard", "Lara and Íñigo", "Lara e Íñigo"),
        (["Lara", "Óscar"], "or", "Lara or Óscar", "Lara u Óscar"),
        (["cal", "hielo"], "standard", "cal and hielo", "cal y hielo"),
        (["7", "8"], "or", "7 or 8", "7 u 8"),
    ],
)
def test_lists(items, style, english, spanish):
    assert format_list(items, style) == english
    with interface_language("es"):
        assert format_list(items, style) == spanish


def test_scripts_show_messages_that_nobody_has_translated_in_english():
    catalogue = Catalog(locale="es")
    for english, spanish, flags in [
        ("Close", "Cerrar", ()),
        ("Copied", "", ()),
        ("Zoom in", "¿Acercar?", ("fuzzy",)),
        (("%(number)s event", "%(number)s events"), ("%(number)s hecho", "%(number)s hechos"), ()),
        (("%(number)s name", "%(number)s names"), ("", ""), ()),
    ]:
        catalogue.add(english, spanish, locations=[("assets/copy.js", None)], flags=flags)
    catalogue.add("Sources", "Fuentes", locations=[("render/pages/sources.py", None)])
    forms = ("%(number)s hecho", "%(number)s hechos")
    assert script_messages(catalogue).messages == {"Close": "Cerrar", "%(number)s event": forms}
