"""Text of a PDF that nobody sees on its pages, and text that a machine recognized in the image of a page (OCR)."""

import ctypes
from collections.abc import Sequence
from typing import Any, NamedTuple

from dossier.documents.pdf.bulk_calls import address_of, bulk_function
from dossier.documents.pdf.characters import Character, PageFrame
from dossier.documents.pdf.page_objects import SAME_SHADE, Bounds, PageContents

RENDER_SCALE = 2.0
MAX_PIXELS = 40_000_000


class VisibleText(NamedTuple):
    """The characters of a page that are seen, or were recognized in an image, and the words that nobody sees."""

    characters: list[Character]
    hidden: str
    recognized: int
    """The number of characters that were recognized in an image."""


def split_visible(
    characters: list[Character], page: Any, text_page: Any, contents: PageContents, frame: PageFrame
) -> VisibleText:
    """Return the characters that are seen or were recognized in an image, and the words that nobody sees."""
    if not contents.unpainted and not contents.doubtful:
        return VisibleText(characters, "", 0)
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    get_object = bulk_function(pdfium.FPDFText_GetTextObject, ctypes.c_void_p)
    handle = address_of(text_page.raw)
    image: Any = None
    kept: list[Character] = []
    hidden: list[Character] = []
    recognized = 0
    target = kept
    for character in characters:
        if not character.size:
            target.append(character)
            continue
        target = kept
        address = get_object(handle, character.number)
        if address in contents.unpainted:
            if _is_in_image(text_page, character, contents.images):
                recognized += 1
            else:
                target = hidden
        elif address in contents.doubtful:
            image = image or _render(page, frame)
            if not _is_seen(image, text_page, character, frame):
                target = hidden
        target.append(character)
    words = "".join(character.text for character in hidden)
    return VisibleText(kept, " ".join(words.split()), recognized)


def _is_in_image(text_page: Any, character: Character, images: Sequence[Bounds]) -> bool:
    left, bottom, right, top = text_page.get_charbox(character.number, loose=True)
    across, up = (left + right) / 2, (bottom + top) / 2
    return any(image[0] <= across <= image[2] and image[1] <= up <= image[3] for image in images)


def _render(page: Any, frame: PageFrame) -> Any:
    scale = min(RENDER_SCALE, (MAX_PIXELS / max(1.0, frame.width * frame.height)) ** 0.5)
    return page.render(scale=scale, grayscale=True, may_draw_forms=False).to_pil()


def _is_seen(image: Any, text_page: Any, character: Character, frame: PageFrame) -> bool:
    """Return whether something can be seen in the box of a character, or it has no shape."""
    left, bottom, right, top = text_page.get_charbox(character.number)
    if right <= left or top <= bottom:
        return True
    first, last = frame.to_display(left, bottom), frame.to_display(right, top)
    across, down = image.width / frame.width, image.height / frame.height
    columns = sorted((first[0] * across, last[0] * across))
    rows = sorted((first[1] * down, last[1] * down))
    box = (int(columns[0]), int(rows[0]), int(columns[1]) + 1, int(rows[1]) + 1)
    if box[2] <= 0 or box[3] <= 0 or box[0] >= image.width or box[1] >= image.height:
        return True  # It is left out for another reason: it is outside the page.
    darkest, lightest = image.crop(box).getextrema()
    return bool(lightest - darkest >= SAME_SHADE)
