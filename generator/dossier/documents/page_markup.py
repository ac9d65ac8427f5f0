"""The markup of a web page as plain text: footnote marks, exponents, fractions, quotation marks and table cells.

What a page keeps apart by its markup alone, such as `567<sup>2</sup>`, would be joined into another word or figure.
"""

import re
from typing import Any, NamedTuple

from dossier.documents.page_elements import (
    INLINE,
    StyleRules,
    classes_of,
    element_text,
    is_lowered,
    is_raised,
    replace_by_text,
    text_after,
    text_before,
)
from dossier.documents.raised_text import (
    FRACTION_AFTER,
    FRACTION_BEFORE,
    NOTE_MARK,
    NUMBER,
    SLASHES,
    SYMBOLS,
    lowered_text,
    note_mark,
    raised_text,
)

NOTE_CLASS = re.compile(r"foot-?note|note-?ref|reference|cit(?:e|ation)|(?:^|[ _-])fn(?:$|[ _-]?\d)|endnote")
QUOTATION_MARKS = (("“", "”"), ("‘", "’"))
QUOTATION_START = ('"', "'", "“", "‘", "«", "„", "‹", "「")
WHITE_SPACE = re.compile("[ \t\n\r\f\v]+")
"""What a page shows as one space; a no-break space is kept, as it may belong to a figure."""
MAX_CELL = 300
"""The longest text of a cell that becomes one line; longer cells are the layout of a page."""
SEPARATED_IN_CELL = ("p", "div", "li", "br", "dt", "dd", "blockquote", "section", "h1", "h2", "h3", "h4", "h5", "h6")
INLINE_DROPPED = ("time", "label", "output", "button", "legend", "meter", "data")
"""Elements that the extraction of an article drops even within a sentence."""
IN_SENTENCE = ("p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption")
QUOTING = ("blockquote", "table", "pre", "q")


class Rewritten(NamedTuple):
    """What became of the markup of a page: struck-out texts, rewritten words, and the number of footnote marks."""

    struck: list[str]
    words: list[str]
    note_marks: list[str]


def rewrite_markup(page: Any, styles: StyleRules) -> Rewritten:
    """Replace the markup of a page that changes the meaning of words by plain text; return what was replaced."""
    result = Rewritten([], [], [])
    styles.mark_raised(page)
    _rewrite_formulas(page, result)
    _remove_struck_text(page, styles, result)
    _rewrite_quotations(page)
    for element in [element for element in page.iter() if isinstance(element.tag, str)]:
        if element.getparent() is None or not _is_inside(element, page):
            continue
        if is_raised(element) or _is_numerator(element):
            _rewrite(element, _superscript(element), result)
        elif is_lowered(element) or _is_denominator(element):
            _rewrite(element, _subscript(element), result)
        elif element.tag == "a" and _is_bare_note_link(element):
            _rewrite(element, note_mark(element_text(element), text_before(element), text_after(element)), result)
    _rewrite_cells(page)
    _keep_parts_of_sentences(page)
    return result


def _is_inside(element: Any, page: Any) -> bool:
    """Return whether an element is still part of the page, not of something that was replaced."""
    return element is page or next((True for ancestor in element.iterancestors() if ancestor is page), False)


def _rewrite(element: Any, text: str, result: Rewritten) -> None:
    """Replace an element by a text, and note it unless the words are the same."""
    original = element_text(element)
    if not original:
        element.drop_tag()
        return
    before, after = text_before(element), text_after(element)
    if text.strip().startswith("[") and not original.startswith("[citation"):
        result.note_marks.append(text.strip())
    elif text != original:
        start = re.split(r"\s", before)[-1]
        end = re.split(r"\s", after)[0]
        result.words.append(f"{start}{text}{end}")
    replace_by_text(element, text)


def _superscript(element: Any) -> str:
    """Return the text for a superscript: a footnote mark, an exponent, a numerator, an ordinal or other letters."""
    text, before, after = element_text(element), text_before(element), text_after(element)
    if NUMBER.fullmatch(text) and _is_numerator_at(before, after, element):
        _use_plain_slash(element)
        return f" {text}" if before[-1:].isdigit() else text
    return raised_text(text, before, after, is_note_link=_is_note_link(element))


def _subscript(element: Any) -> str:
    return lowered_text(element_text(element), text_before(element), text_after(element))


def _is_note_link(element: Any) -> bool:
    """Return whether an element has, or is in, a link to a footnote, or is named as one."""
    related = [element, *element.iterdescendants("a"), *element.iterancestors("a")]
    for node in related:
        names = " ".join((*sorted(classes_of(node)), (node.get("id") or "").lower()))
        if NOTE_CLASS.search(names) or (node.get("role") or "") in ("doc-noteref", "doc-footnote"):
            return True
        if node.tag == "a" and "#" in (node.get("href") or "") and NOTE_MARK.fullmatch(element_text(element)):
            return True
    return False


def _is_bare_note_link(element: Any) -> bool:
    """Return whether a link is a footnote mark that only a style raises: `567<a href="#n2">2</a>`."""
    text, before = element_text(element), text_before(element)
    if "#" not in (element.get("href") or "") or not before[-1:].strip() or before[-1:] in "([-–/":
        return False
    return bool(NUMBER.fullmatch(text) or SYMBOLS.fullmatch(text) or re.fullmatch(r"\[\w{1,3}\]", text))


def _is_numerator(element: Any) -> bool:
    """Return whether an element is named as the numerator of a fraction, and is before a slash."""
    if not classes_of(element) & {"num", "numerator"} or not element_text(element).isdecimal():
        return False
    return bool(FRACTION_AFTER.match(text_after(element)))


def _is_denominator(element: Any) -> bool:
    if not classes_of(element) & {"den", "denominator"} or not element_text(element).isdecimal():
        return False
    return bool(FRACTION_BEFORE.search(text_before(element)))


def _is_numerator_at(before: str, after: str, element: Any) -> bool:
    """Return whether a raised number is followed by a slash and a number, or directly by a lowered number."""
    if FRACTION_AFTER.match(after) and not before.endswith(tuple(SLASHES)):
        return True
    following = element.getnext()
    is_stacked = following is not None and not element.tail and is_lowered(following)
    if not is_stacked or not element_text(following).isdecimal() or text_after(following)[:1].isalpha():
        return False
    element.tail = "/"
    return True


def _use_plain_slash(element: Any) -> None:
    if element.tail and element.tail.lstrip()[:1] in SLASHES:
        element.tail = "/" + element.tail.lstrip()[1:].lstrip()


def _remove_struck_text(page: Any, styles: StyleRules, result: Rewritten) -> None:
    for element in [element for element in page.iter() if isinstance(element.tag, str)]:
        if element is not page and _is_inside(element, page) and styles.strikes_out(element):
            if text := element_text(element):
                result.struck.append(text)
            element.drop_tree()


def _rewrite_quotations(page: Any) -> None:
    """Put quotation marks around each `<q>`, whose marks are otherwise only drawn."""
    quotations = [(quotation, sum(1 for _ in quotation.iterancestors("q"))) for quotation in page.iter("q")]
    for quotation, depth in quotations:
        if not element_text(quotation).startswith(QUOTATION_START):
            opening, closing = QUOTATION_MARKS[depth % len(QUOTATION_MARKS)]
            quotation.text = opening + (quotation.text or "").lstrip()
            if len(quotation):
                quotation[-1].tail = (quotation[-1].tail or "").rstrip() + closing
            else:
                quotation.text = quotation.text.rstrip() + closing
    for quotation, _ in quotations:
        quotation.drop_tag()


def _rewrite_formulas(page: Any, result: Rewritten) -> None:
    """Turn MathML into text: `3 1/2`, `x^2`, `a_1`."""
    for formula in list(page.iter("math")):
        for annotation in list(formula.iter("annotation", "annotation-xml")):
            annotation.drop_tree()
        text = _formula_text(formula)
        separator = " " if text_before(formula)[-1:].isalnum() and text[:1].isalnum() else ""
        _rewrite(formula, separator + text, result)


def _formula_text(element: Any) -> str:
    parts = [_formula_text(child) for child in element if isinstance(child.tag, str)]
    separator = {"mfrac": "/", "msup": "^", "msub": "_"}.get(element.tag)
    if separator and len(parts) == len(("base", "script")):
        first, second = (part if re.fullmatch(r"[\w.,]+", part) else f"({part})" for part in parts)
        return f"{first}{separator}{second}"
    joined = (element.text or "").strip()
    for part in parts:
        joined += f" {part}" if joined[-1:].isdigit() and part[:1].isdigit() else part
    return joined


def _rewrite_cells(page: Any) -> None:
    """Write the lines and lists in a cell of a table one after the other, separated by `;`, so that none is lost."""
    for cell in [*page.iter("td"), *page.iter("th")]:
        table = next(cell.iterancestors("table"), None)
        if table is None or cell.find(".//table") is not None or len(element_text(cell)) > MAX_CELL:
            continue
        if not any(True for _ in cell.iter(*SEPARATED_IN_CELL)):
            continue
        for element in cell.iter(*SEPARATED_IN_CELL):
            element.text = f"\ue000{element.text or ''}"
            element.tail = f"\ue000{element.tail or ''}"
        parts = (WHITE_SPACE.sub(" ", part).strip() for part in "".join(cell.itertext()).split("\ue000"))
        joined = "; ".join(part for part in parts if part)
        for child in list(cell):
            cell.remove(child)
        cell.text = joined


def _keep_parts_of_sentences(page: Any) -> None:
    """Turn elements that the extraction would drop out of a sentence, or with a quotation, into neutral ones."""
    for element in list(page.iter(*INLINE_DROPPED)):
        if any(ancestor.tag in IN_SENTENCE for ancestor in element.iterancestors()):
            element.tag = "span"
    for element in page.iter(*INLINE):
        element.attrib.pop("class", None)  # The extraction drops words whose class is `menu`, `share`, `ad`….
        element.attrib.pop("id", None)
    for figure in list(page.iter("figure")):
        if figure.find(".//img") is None and any(figure.find(f".//{tag}") is not None for tag in QUOTING):
            figure.tag = "div"
            for caption in figure.iter("figcaption"):
                caption.tag = "p"
