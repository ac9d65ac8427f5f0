"""The words of a language that say that somebody speaks."""

from dataclasses import dataclass

from dossier.detect.noun_phrases import SubjectWords


@dataclass(frozen=True)
class SayingWords:
    """The words of a language that say that somebody speaks, as patterns of whole words."""

    verbs: str
    nouns: str
    """Nouns after the name or pronoun of who speaks, with what is before them: "Trump's claim that"."""
    according: str
    """What the speaker follows: "according to"."""
    before_noun: str
    """What only a noun follows, so that "tweets" after it is no verb."""
    new_clause: str
    """What begins a clause with a subject of its own."""
    subordinate: str
    """What begins a sentence whose first clause is not the main one: "When Clinton noted …, Trump boasted"."""
    small: str
    """Words that titles have in lower case, beside prepositions."""
    addressing: str
    """What is before the one who is spoken to, from the verb on."""
    several: str
    """Pronouns for several speakers, of whom no one name is found."""
    subjects: SubjectWords
    before_actor: str
    """What may be between "according to" and a name, with the space after it: "the "."""
    abbreviations: str = r"(?!)"
    """Titles whose full stop ends no clause: "Sr"."""
    noun_forms: str = r"(?!)"
    """Forms of verbs of saying that are nouns unless `before_verb_form` is before them: "state", "report"."""
    before_verb_form: str = r"(?!)"
    """The end of what is before such a form if it is a verb: "they", "officials", "will"."""
    according_after: str = r"(?!)"
    """What follows the speaker, as "according to" precedes one: "zufolge"."""
    unsaid: str = r"(?!)"
    """The end of what is before a quotation that nobody is said to say: "denied saying", "whether she had said"."""
    unsaid_after: str = r"(?!)"
    """What follows one of which only the hearer is named: "Holm was asked"."""
    object_relative: str = r"(?!)"
    """A relative pronoun before a subject, whose clause is an aside: "Holm, whom Brandt called a liar, said"."""
    inner: str = r"(?!)"
    """What shows, between a verb of saying and the last one, that the words are those of another: "that Holm had"."""
    omits_subject: bool = False
    """Whether a verb may have no subject, so that one without a name is about who spoke before."""
