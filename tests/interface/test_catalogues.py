"""The catalogues of the interface: complete, and with the placeholders and markup of each message."""

import re
from collections import Counter, defaultdict

import pytest
from dossier.text.interface import SOURCE_LANGUAGE, interface_languages

from tests.interface.update import extract, forms, iter_messages, missing, read

LANGUAGES = [language for language in interface_languages() if language != SOURCE_LANGUAGE]
PLACEHOLDER = re.compile(r"%\(\w+\)s")
MARKUP = re.compile(r"</?\w+[^>]*>|\*\*|\]\(|`[^`]*`")


def messages(catalogue):
    return {(message.context, message.id) for message in catalogue if message.id}


def test_there_is_a_spanish_interface():
    assert "es" in LANGUAGES


def test_messages_with_the_same_singular_have_the_same_plural():
    """A catalogue finds messages by their singular: of two plurals, it would have only one."""
    by_singular = defaultdict(set)
    for message, context, _ in iter_messages():
        singular = message if isinstance(message, str) else message[0]
        by_singular[context, singular].add(message)
    assert [messages for messages in by_singular.values() if len(messages) > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_the_messages_of_the_code_and_a_translation_of_each(language):
    catalogue = read(language)
    assert messages(catalogue) == messages(extract()), "run `python -m tests.interface.update`"
    assert missing(catalogue) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pattern", [PLACEHOLDER, MARKUP], ids=["placeholders", "markup"])
def test_translations_keep_placeholders_and_markup(language, pattern):
    wrong = []
    for message in read(language):
        english = message.id if isinstance(message.id, tuple | list) else (message.id,)
        allowed = [Counter(pattern.findall(form)) for form in english]
        wrong += [form for form in forms(message) if message.id and Counter(pattern.findall(form)) not in allowed]
    assert wrong == []
