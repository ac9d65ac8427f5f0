"""A document is read with the encoding that it declares or its editor names, otherwise as UTF-8; never guessed."""

import pytest
from dossier.io.encodings import decode_document, find_damage, find_invisible, require_clean_text
from dossier.model.errors import UserError

SPANISH = "The mayor of Logroño, José Núñez, said so."
TURKISH = "İzmir, Kılıçdaroğlu"


def page(text, encoding, declaration=""):
    return f"<html><head>{declaration}<title>Boats</title></head><body><p>{text}</p></body></html>".encode(encoding)


def decode(data, chosen=None, is_page=True):
    return decode_document(data, "boats.html", chosen, is_page)


DECLARED = [
    ("cp1252", '<meta charset="windows-1252">'),
    ("cp1252", "<META CHARSET=iso-8859-1 >"),
    ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'),
    ("cp1252", "<!-- <meta charset=utf-8> --><meta charset='latin1'>"),
    ("latin-1", "<meta charset=windows-1252>"),
    ("utf-8", "<meta charset=utf-8>"),
    ("utf-8", "<meta charset=utf-16>"),
    ("utf-8", ""),
    ("utf-8-sig", "<meta charset=utf-8>"),
    ("utf-16", ""),
]


@pytest.mark.parametrize(("encoding", "declaration"), DECLARED)
def test_a_page_is_read_with_the_encoding_that_it_declares(encoding, declaration):
    assert SPANISH in decode(page(SPANISH, encoding, declaration)).text


def test_labels_mean_what_browsers_take_them_for():
    assert TURKISH in decode(page(TURKISH, "cp1254", "<meta charset=iso-8859-9>")).text
    assert "“so”" in decode(page("“so”", "cp1252", "<meta charset=iso-8859-1>")).text
    assert "日本" in decode(page("日本", "cp932", "<meta charset=shift_jis>")).text


def test_the_declaration_of_an_xhtml_page_counts():
    data = b"<?xml version='1.0' encoding='ISO-8859-2'?>\n" + page("Łódź", "iso-8859-2")
    assert "Łódź" in decode(data).text


def test_an_encoding_that_the_editor_names_comes_first():
    decoded = decode(page(TURKISH, "cp1254", "<meta charset=windows-1252>"), "windows-1254")
    assert (TURKISH in decoded.text, decoded.basis) == (True, "option")


REFUSED = [
    (
        page(SPANISH, "cp1252"),
        None,
        "boats.html:1:67: byte 0xf1 is not UTF-8, and no encoding is declared: use --encoding",
    ),
    (page(SPANISH, "cp1252"), None, "windows-1252 (`mayor of Logroño, José Núñez, said`)"),
    (page(TURKISH, "cp1254"), None, "windows-1254 (`"),
    (page("café – “so”", "cp1252"), None, "no encoding is declared"),
    (page(SPANISH, "cp1252", "<meta charset=utf-8>"), None, "is not UTF-8, though the page declares it"),
    (page(SPANISH, "utf-8", "<meta charset=windows-1252>"), None, "the page declares windows-1252, but is UTF-8"),
    (page("x \x81", "latin-1", "<meta charset=windows-1252>"), None, "byte 0x81 is not windows-1252"),
    (page(SPANISH, "cp1252", "<meta charset=klingon>"), None, "unknown encoding `klingon` (the page declares it)"),
    (page(SPANISH, "cp1252"), "klingon", "unknown encoding `klingon` (it was named by --encoding)"),
    (page(SPANISH, "cp1252"), "rot13", "unknown encoding `rot13`"),
    (page(SPANISH, "cp1252"), "utf-8", "byte 0xf1 is not utf-8 (it was named by --encoding)"),
    (page(SPANISH, "utf-16-le"), None, "this looks like utf-16-le without a byte order mark: use --encoding utf-16-le"),
    (page(SPANISH, "utf-16-be"), None, "this looks like utf-16-be without a byte order mark"),
]


@pytest.mark.parametrize(("data", "chosen", "message"), REFUSED)
def test_a_document_is_refused_rather_than_guessed_at(data, chosen, message):
    with pytest.raises(UserError) as error:
        decode(data, chosen)
    assert message in str(error.value)


def test_a_declaration_in_a_plain_text_is_text():
    text = "Write <meta charset=windows-1252> for Logroño."
    assert decode(text.encode(), is_page=False).text == text


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\x7f", "\x80", "\x9f", "\ufffe", "\u202e", "\u202d"])
def test_control_characters_and_such_as_reverse_words_are_refused(character):
    with pytest.raises(UserError, match=rf"boats.txt:2:4: U\+{ord(character):04X} "):
        require_clean_text(f"one\ntwo{character}21", "boats.txt")


def test_white_space_and_marks_of_right_to_left_texts_are_allowed():
    require_clean_text("\ufeffone\t\r\n\f\v\x85\u2028 \u200f\u200e\u061c\u2066\u2069\u202b\u202c\u00a0", "boats.txt")


@pytest.mark.parametrize("text", ["JosÃ© said", "â€œso”", "itâ€™s", "Logro\ufffdo"])
def test_words_that_were_decoded_wrongly_before_are_found(text):
    assert find_damage(f"Then {text} there") is not None


@pytest.mark.parametrize("text", ["José said “so”, it’s 5 Â", "São Ã la", "€"])
def test_words_with_accents_are_not_taken_for_damage(text):
    assert find_damage(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("some 5\u200b67 men", "some 5⟨U+200B⟩67 men"),
        ("the sol\u00addiers", "the sol⟨U+00AD⟩diers"),
        ("a\u2066b\u2069", "a⟨U+2066⟩b⟨U+2069⟩"),
        ("some 5\u2060000 men", "some 5⟨U+2060⟩000 men"),
    ],
)
def test_invisible_characters_inside_words_are_shown(text, words):
    assert find_invisible(f"{text} fled") == words


@pytest.mark.parametrize("text", ["567 men", "\ufeffThe men", "the men \u200b fled", "5\u00a0000 men", "\u200fالميناء"])
def test_white_space_and_marks_between_words_need_no_remark(text):
    assert find_invisible(text) is None
