"""Whole words in a text."""


def has_whole_words(text: str, words: str) -> bool:
    r"""Return whether a text has these words, not as part of longer ones.

    The same as `re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text)`, without the cost of compiling a pattern, which
    is many times that of one search.
    """
    start = text.find(words)
    while start != -1:
        end = start + len(words)
        if not is_in_word(text[start - 1 : start]) and not is_in_word(text[end : end + 1]):
            return True
        start = text.find(words, start + 1)
    return False


def is_in_word(character: str) -> bool:
    r"""Return whether a character, or "" at the end of a text, is one that `\w` matches."""
    return character.isalnum() or character == "_"
