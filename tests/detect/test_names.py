"""Every name is found whole, and a capital that only begins a sentence or belongs to a headline makes no name."""

from pathlib import Path
from random import Random

import pytest
from dossier.detect.en.named_entities import find_names
from hypothesis import find, given, settings
from hypothesis import strategies as st

SEEDS = Path(__file__).parents[2] / "seeds"

# A text, and every name in it.
FOUND: tuple[tuple[str, list[str]], ...] = (
    # runs
    (
        "soldiers Carlos Guillen Martinez and Josue Hidalgo Azuaje said",
        ["Carlos Guillen Martinez", "Josue Hidalgo Azuaje"],
    ),
    ("leader Juan Guaidó's men", ["Juan Guaidó"]),
    ("leader Juan Guaido\u0301 spoke", ["Juan Guaido\u0301"]),
    ("the  Lima  Group", ["Lima  Group"]),
    ("the Lima\xa0Group", ["Lima\xa0Group"]),
    ("to Juan\nGuaidó he", ["Juan"]),
    ("John F. Kennedy met J.K. Rowling", ["John F. Kennedy", "J.K. Rowling"]),
    ("Jean-Pierre Dupont spoke", ["Jean-Pierre Dupont"]),
    ("he met O’Brien and D'Angelo", ["O’Brien", "D'Angelo"]),
    ("at Procter & Gamble, AT&T", ["Procter & Gamble", "AT&T"]),
    ("the Trump Administration", ["Trump Administration"]),
    ("party Popular Will.", ["Popular Will"]),
    ("with “Interest Offices” in", ["Interest Offices"]),
    ("Θεοδωράκης and Михаил Горбачёв", ["Θεοδωράκης", "Михаил Горбачёв"]),
    ("it cost NZ$900 million and US$3", []),
    # datelines
    ("PORT BRENN — Crews came", ["PORT BRENN"]),
    ("PORT BRENN, Marra — Crews came", ["PORT BRENN", "Marra"]),
    ("Ada Holm — Mayor Brandt", ["Ada Holm", "Brandt"]),
    # particles
    ("International Institute for Strategic Studies", ["International Institute for Strategic Studies"]),
    ("the Ministry of the Interior said", ["Ministry of the Interior"]),
    ("he told Maduro the United States agreed", ["Maduro", "United States"]),
    ("in San Juan de los Morros", ["San Juan de los Morros"]),
    ("and Ursula von der Leyen", ["Ursula von der Leyen"]),
    ("and Bashar al-Assad", ["Bashar al-Assad"]),
    ("the end of Maduro of", ["Maduro"]),
    ("Simon Bolivar bridge", ["Simon Bolivar"]),
    # titles and roles
    ("the U.S. Secretary of State Mike Pompeo said", ["U.S.", "Mike Pompeo"]),
    ("Col. Jose Luis Silva, a", ["Jose Luis Silva"]),
    ("to Secretary General Antonio Guterres", ["Antonio Guterres"]),
    ("so the President and the Prime Minister told Gen. and Vice President", []),
    ("He asked Mr. White and Ben Black, and Black left", ["White", "Ben Black", "Black"]),
    ("most Black voters and White voters", []),
    ("President Maduro fled; the president fell", ["Maduro"]),
    # acronyms and capitals inside
    ("CNN, US, U.S., EU, AFP, WNU, U.N.", ["CNN", "US", "U.S.", "EU", "AFP", "WNU", "U.N."]),
    ("WhatsApp fell, as teleSUR did", ["WhatsApp", "teleSUR"]),
    ("REUTERS/Marco Bello", ["REUTERS", "Marco Bello"]),
    ("left the U.S. The army stayed", ["U.S."]),
    ("in the U.S. Army", ["U.S. Army"]),
    ("US troops help us. WHO helps those who ask", ["US", "WHO"]),
    ("it was NOT to be, at 8:30 AM", []),
    ("- MiG-29s and the G20", ["MiG", "G20"]),
    # compounds, possessives, marks inside
    ("a Maduro-led, pro-Guaidó and US-backed", ["Maduro", "Guaidó", "US"]),
    ("Venezuela's and Venezuela’s", ["Venezuela", "Venezuela"]),
    ("Colombia's El Tiempo", ["Colombia", "El Tiempo"]),
    ("“do it,” [Sgt. Jose ] Gomez said", ["Jose", "Gomez"]),
    ("leader Nicolás (Nico) Maduro", ["Nicolás", "Nico", "Maduro"]),
    # lists
    ("Turkey, Belarus, Russia, China, and Iran", ["Turkey", "Belarus", "Russia", "China", "Iran"]),
    ("Britain, Germany, France, and Spain", ["Britain", "Germany", "France", "Spain"]),
    ("Bolivia, El Salvador, Cuba", ["Bolivia", "El Salvador", "Cuba"]),
    ("Reuters and Epoch Times", ["Reuters", "Epoch Times"]),
    ("Caracas (Reuters) - Troops", ["Caracas", "Reuters", "Troops"]),
    ("Toronto, January 29: Venezuelan", ["Toronto"]),
    # sentence starts
    ("But Guaidó left. After Washington’s word. In Caracas.", ["Guaidó", "Washington", "Caracas"]),
    ("Rather than backing Guaido, hundreds", ["Guaido"]),
    ("Citing CNN, he left. King Juan stayed. Ming Liu left.", ["CNN", "Juan", "Ming Liu"]),
    ("Defectors Carlos Guillen left other defectors", ["Carlos Guillen"]),
    ("Some of the U.S. embassy staff", ["U.S."]),
    ("Silva said so. He asked Silva.", ["Silva", "Silva"]),
    ("He said: “Putin is winning”, of Putin", ["Putin", "Putin"]),
    ("Will Smith, popular now. Don't Worry", ["Smith", "Worry"]),
    ("National Guard units. A national day for the National Guard", ["National Guard", "National Guard"]),
    ("On Jan. 26, Maduro fell. On Sunday Guaidó rose", ["Maduro", "Guaidó"]),
    ("* Amanda Lapo, a defense analyst", ["Amanda Lapo"]),
    ("1. Guaidó. 2. Of Guaidó", ["Guaidó", "Guaidó"]),
    # titles
    ("Venezuelan Army Defectors Coordinate Over WhatsApp; Ask Trump For Weapons", ["WhatsApp"]),
    ("Pompeo Warns Maduro Against Violence Again\nHe, Mike Pompeo, spoke", ["Pompeo", "Mike Pompeo"]),
    ("Fall Of National Guard Looms Soon\nso the national day of the National Guard", ["National Guard"] * 2),
    ("No Food, Medicine\nthe food and medicine", []),
    ("Stephen Moore 8:30 AM | December 15, 2024", ["Stephen Moore"]),
    ("Secretary of State Mike Pompeo\nhead of state", ["Mike Pompeo"]),
    ("REUTERS\nHe left", ["REUTERS"]),
    # nationalities
    ("the Venezuelan National Guard", ["National Guard"]),
    ("in Latin America, South Korea, Iran", ["Latin America", "South Korea", "Iran"]),
    ("the European Union and the Dominican Republic", ["European Union", "Dominican Republic"]),
    # calendar words in names
    ("so Theresa May said in May", ["Theresa May"]),
)

NOT_FOUND = (
    "",
    "Advertisement",
    "Fearful of being jailed, many complied. Two said so.",
    "Unfortunately I think I’m right, and I do",
    "Venezuelan Key Military Official Defects From Maduro Regime",
    "American officials, Colombians, a Russian and an Irani",
    "Latin American nations and Latin-American neighbors, South Koreans",
    "On January 21 and Sunday, in May 2018, 13 April, Feb. 22-23",
    "https://example.com/Venezuela/Maduro and www.Maduro.com and Juan.Guaido@Caracas.ve",
    "MADURO DEFIES WASHINGTON",
    "“The armed forces,” (Photo) … Either you stand",
    "An F-16, vitamin C and k",
    "中文 עברית 567 ½ _ ' - &",
)

# The names of each paragraph that has some.
SEED_NAMES = {
    "000_8cb8750a846bfe84.txt": [
        "WhatsApp | Trump",
        "Venezuela | Juan Guaidó | Trump | United States",
        "Carlos Guillen Martinez | Josue Hidalgo Azuaje | CNN | US | Maduro",
        "US | Guillen Martinez | CNN",
        "Hidalgo Azuaje | US | Brazil | Colombia | Peru",
        "US | John Bolton | Maduro | Venezuela | Juan Guaidó",
        "Bolton | Maduro | Guaidó | US",
        "US | CNN",
        "Maduro",
        "Martinez | Azuaje | CNN | WhatsApp",
        "US | Guaidó | Hidalgo Azuaje | Venezuela | CNN",
    ],
    "001_47daaf819a8103a3.txt": [
        "U.S.",
        "Nicholas Maduro | Twitter",
        "Toronto | Trump Administration | Nicolas Maduro | CNN | Carlos Guillen Martinez | Josue Hidalgo Azuaje | US | "
        "Maduro",
        "US | Guillen Martinez | CNN",
        "Trump Administration | Maduro",
        "US | John Bolton | Maduro | Juan Guaidó | U.S.",
        "CNN | Venezuela | Maduro | CNN | Hidalgo Azuaje | Venezuela",
        "Venezuela | US | Maduro",
        "Nicolas Maduro | Russia | China",
    ],
    "002_d0b3b57a2e2f972e.txt": [
        "Guaido",
        "Venezuela | Nicolas Maduro | Juan Guaido | Maduro | Colombia | Maduro | Associated Press",
        "Associated Press | National Guard | Venezuela",
        "Jose | Gomez",
        "Juan Guaido",
        "AP | Colombia | Maduro | Guaido",
        "Jose Gomez | Colombia | United States | Venezuela",
        "Maduro",
        "Richard Branson | Venezuela | Maduro | Russia",
        "VIP Member",
        "HotAir Videos",
        "Stephen Moore",
    ],
    "003_dd666ddaa317e735.txt": [
        "Maduro",
        "Venezuela | Washington | Nicolas Maduro | Juan Guaidó",
        "Jose Luis Silva | Maduro",
        "Silva | Washington",
        "Silva",
        "Silva",
        "Venezuelean National Guard | Caracas | Venezuela | Ronaldo Schemidt | AFP | Getty Images",
        "Silva | Maduro",
        "Nicolas Maduro | Silva",
        "Silva",
        "Army | Pedro REY | AFP | Getty Images",
        "Maduro | National Guard | Maduro",
        "Maduro | Lima | Maduro",
        "Maduro",
        "Maduro",
        "United States | Lima Group",
        "Guaidó | Guaidó",
        "Guaidó | Popular Will",
        "National Assembly | Maduro",
        "Caracas | Maduro | Juan Guaidó",
        "United States | Canada | Lima Group",
        "EU | Britain | Germany | France | Spain | Guaidó | Maduro | Russia",
        "Maduro | Bolivia | El Salvador | Cuba | Nicaragua | Mexico | Uruguay",
        "Turkey | Belarus | Russia | China | Iran | Guaidó | Maduro | Fergus Hodgson | Antigua Report",
        "Guaidó | Venezuela",
        "Venezuela | Maduro",
        "U.N. | U.S. | Mike Pompeo | Maduro",
        "Maduro | Pompeo | Security Council | Venezuela | Guaidó",
        "Security Council | Venezuela | Russia | China",
        "China | Russia | Maduro",
        "Nicolas Maduro | Caracas | Federico Parra | AFP | Getty Images",
        "Pompeo | Maduro",
        "Security Council | Guaidó | Antonio Guterres | United Nations",
        "United Nations",
        "United States | Venezuela",
        "Guaidó",
        "Maduro",
        "Washington | Guaidó | Maduro | United States | U.S.",
        "U.S. | Caracas | Venezuela | Washington | Venezuela | Maduro | U.S.",
        "Interest Offices",
        "Reuters | Epoch Times",
    ],
    "004_5988b86e951c5c96.txt": [
        "Colombia | Simon Bolivar | Venezuela | Colombia | Cucuta | Colombia | REUTERS | Marco Bello",
        "Business Insider | Colombia | Maduro",
        "Colombia | Venezuela",
        "Nicolás Maduro | Juan Guaidó",
        "Amanda Lapo | International Institute for Strategic Studies | Business Insider",
        "Nicolás Maduro | Colombia",
        "Juan Guaidó | Maduro",
        "Colombia | US | Venezuela | CNN | Colombia | El Tiempo",
        "WNU Editor | Venezuela | Nicolas Maduro | Venezuela | Business Insider",
        "Russia | ReplyDeleteOr | CNN | Putin | Putin",  # the page's buttons stand glued to what readers wrote
        "Maduro | Maduro | Hezbollah",
        "ReplyDeleteEnough",
        "ReplyDeleteWhich",
        "Hezbollah",
        "Maduro",
        "ReplyDelete",
        "Army",
        "Poot Poot",
        "DeleteWNU",
        "ReplyDeleteQuestion",
    ],
}

STEADY = settings(derandomize=True, deadline=None, max_examples=500)
PIECES = (
    *(
        "Guaidó",
        "Maduro",
        "maduro",
        "The",
        "the",
        "of",
        "de",
        "and",
        "Venezuelan",
        "Latin",
        "President",
        "Sgt.",
        "U.S.",
    ),
    *("CNN", "WhatsApp", "I", "B.", "May", "Jan. 26", "Sunday", "'s", "’s", "don't", "’", "'", '"', "“", "”", ".", ","),
    *("(", "]", "-", "&", ":", "\n", "\0", " ", "\u0301", "ß", "İ", "ǅ", "567", "http://A", "a@B", "İstanbul"),
)
pieces = st.lists(st.sampled_from(PIECES), max_size=30)
texts = st.text() | pieces.map(" ".join) | pieces.map("".join)


def names(text: str) -> list[str]:
    return [mention.text for mention in find_names(text)]


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[text for text, _ in FOUND])
def test_every_name_is_found_whole(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("text", NOT_FOUND)
def test_a_capital_alone_does_not_make_a_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize("name", sorted(SEED_NAMES))
def test_a_source_text_has_exactly_these_names(name: str) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    assert names(text) == " | ".join(SEED_NAMES[name]).split(" | ")


def test_some_generated_texts_contain_several_names() -> None:
    assert find(texts, lambda text: len(list(find_names(text))) > 1, random=Random(0))


@STEADY
@given(texts)
def test_names_are_in_order_without_overlap_on_one_line_and_equal_their_text(text: str) -> None:
    done = 0
    for mention in find_names(text):
        assert done <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert "\n" not in mention.text
        done = mention.end


@STEADY
@given(texts)
def test_a_name_begins_and_ends_with_a_word_and_has_a_capital(text: str) -> None:
    for mention in find_names(text):
        assert mention.text[0].isalpha()
        assert not mention.text[-1].isspace()
        assert any(letter.isupper() for letter in mention.text)


@STEADY
@given(texts)
def test_a_name_within_a_sentence_is_found_whatever_the_lines_before(text: str) -> None:
    assert names(f"{text}\n\nso he met Xiomara Quispe there")[-1] == "Xiomara Quispe"
