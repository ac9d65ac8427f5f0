"""Other spellings of letters and digits are hints: what is closest is shown, and a passage stays letter for letter."""

import pytest
from dossier.match import SearchableText, find_passage

SPELLINGS = [
    # the text, the passage as typed, the differences, the words of the text
    ("in der Straße dort", "in der Strasse dort", ("case",), "in der Straße dort"),
    ("l'œuvre complète", "l'oeuvre complète", ("diacritics",), "l'œuvre complète"),
    ("w mieście Łódź", "w mieście Lodz", ("diacritics",), "w mieście Łódź"),
    ("كان جنديًا هنا", "كان جنديا هنا", ("diacritics",), "كان جنديًا هنا"),
    ("جــنود هنا", "جنود هنا", ("diacritics",), "جــنود هنا"),
    ("في الحكومة اليوم", "في الحكومه اليوم", ("diacritics",), "في الحكومة اليوم"),
    ("ينتظر ٢٧ جنديا", "ينتظر 27 جنديا", ("unicode form",), "ينتظر ٢٧ جنديا"),
    ("es sind ２７ Leute", "es sind 27 Leute", ("unicode form",), "es sind ２７ Leute"),
    ("コティサ社", "ｺﾃｨｻ社", ("unicode form",), "コティサ社"),
]


@pytest.mark.parametrize(("text", "typed", "differences", "nearest"), SPELLINGS)
def test_another_spelling_differs_and_the_words_of_the_text_are_shown(text, typed, differences, nearest):
    result = find_passage(typed, None, None, SearchableText("a.txt", text))
    assert (result.verdict, result.differences, result.nearest) == ("differs", differences, nearest)


def test_a_figure_of_another_value_is_no_other_spelling():
    assert find_passage("10.000 men", None, None, SearchableText("a.txt", "10,000 men")).verdict == "absent"
