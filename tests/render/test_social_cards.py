"""The images for previews of links: their words, what typefaces lack, what does not fit, and what is drawn again."""

from io import BytesIO

import pytest
from dossier.pipeline import check_dossier, page_cards
from dossier.publish.write_social_cards import write_social_cards
from dossier.render.card_drawing import BOTTOM, RIGHT, CardWords, can_draw, draw_card, drawable_text
from dossier.render.social_cards import social_cards
from PIL import Image

from tests.build.conftest import files, replace
from tests.conftest import BASE, ROOT

EMPTY = CardWords("The dossier", "Actor", "", "A title", "", "")


@pytest.fixture(scope="module")
def cards():
    """The cards of the small dossier, by page."""
    return social_cards(check_dossier(BASE).graph)


def drawn(**words):
    """The image of a card."""
    return Image.open(BytesIO(draw_card(EMPTY._replace(**words), "key")))


def inked(image, box):
    """Whether anything but paper is in a part of an image: left, top, right, bottom."""
    return len(image.convert("RGB").crop(box).getcolors()) > 1


def test_a_number_has_its_figure_and_a_quote_its_words(cards):
    title = "The walk-out at Port Brenn"
    evidence = "1 source, 1 independent origin"
    number = CardWords(title, "Number", "567", "dockers who left", "", evidence)
    quote = CardWords(title, "Quote", "", "“The harbour is ours, … We will not leave it.”", "Rolf Brandt", evidence)
    assert cards["numbers/gone-567.md"].words == number
    assert cards["quotes/harbour-is-ours.md"].words == quote
    assert cards["numbers/index.md"].words[3:5] == ("Numbers", "2 numbers")
    assert cards["texts/ledger.md"] == cards["sources/ledger.md"]


def test_the_words_are_in_the_language_of_the_dossier():
    kinds = {card.words.kind for card in page_cards(check_dossier(ROOT / "tests/spanish").graph)}
    assert {"Actor", "Cifra", "Cita", "Lugar"} <= kinds


@pytest.mark.parametrize(
    "name", ["Łucja Holm", "Maść", "s\u0301", "إيفا هولم", "חוה הולם", "霍尔姆", "Eva 🙂", "E\u0338va", "Eva\x07"]
)
def test_what_the_typefaces_lack_is_known(name):
    assert not can_draw(name)


def test_words_that_cannot_be_written_are_left_out(base):
    replace(base / "content/dossier.yml", "A made-up story", "Wymyślona historia")
    replace(base / "content/actors/eva-holm.yml", "Eva Holm", "חוה הולם")
    cards = social_cards(check_dossier(base).graph)
    assert "actors/eva-holm.md" not in cards and cards["index.md"].words.note == ""
    assert cards["quotes/good-day.md"].words.note == ""


def test_a_dossier_whose_title_cannot_be_written_has_no_cards(base):
    replace(base / "content/dossier.yml", "The walk-out at Port Brenn", "العنوان")
    assert social_cards(check_dossier(base).graph) == {}


def test_what_is_invisible_is_not_drawn():
    assert can_draw("Eva\u200b\u200f Holm,\u00ad 10\u202f000 ‘¿ñ’ — €")


@pytest.mark.parametrize("text", ["word " * 2000, "W" * 20000, "Señor "], ids=["words", "one word", "short"])
@pytest.mark.parametrize("field", CardWords._fields)
def test_nothing_leaves_its_place(field, text):
    image = drawn(**{field: drawable_text(text)})
    assert image.size == (1200, 630)
    assert not inked(image, (RIGHT + 12, 0, 1200, 630))
    assert not inked(image, (18, BOTTOM + 16, 1200, 519))
    assert not inked(image, (18, 618, 1200, 630))


def test_only_what_has_changed_is_drawn_again(base, tmp_path):
    first, second, third = (tmp_path / name for name in ("first", "second", "third"))
    count = write_social_cards(check_dossier(base).graph, first, tmp_path / "nothing")
    assert count == len(files(first)) > 15
    assert write_social_cards(check_dossier(base).graph, second, first) == 0
    assert files(second) == files(first)
    replace(base / "content/actors/eva-holm.yml", "Eva Holm", "Eva Holme")
    assert 1 <= write_social_cards(check_dossier(base).graph, third, second) < 4
    assert files(third).keys() == files(first).keys()


def test_images_are_small():
    sizes = [len(draw_card(card.words, card.key)) for card in page_cards(check_dossier(ROOT).graph)[:60]]
    assert max(sizes) < 40_000
