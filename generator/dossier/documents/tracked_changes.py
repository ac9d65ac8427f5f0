"""How tracked changes that nobody has accepted or rejected yet are read: as an option says, never by guess."""

from dossier.documents.reader import ReadOptions
from dossier.model.errors import UserError
from dossier.text.wording import pluralize, truncate

CHOICES = ("accepted", "original")
MACROS = "The document has macros: they were not run, and are not in the text."
MAX_EXAMPLE = 60


def choose_changes(changes: list[str], options: ReadOptions) -> str:
    """Return how to read tracked changes; raise UserError if there are some and no option says it."""
    choice = options.values.get("changes", "")
    if choice not in ("", *CHOICES):
        raise UserError(f"{options.name}: --changes is `{choice}`, but must be {' or '.join(CHOICES)}")
    if changes and not choice:
        number, example = pluralize(len(changes), "tracked change"), truncate(changes[0], MAX_EXAMPLE)
        message = f"{options.name}: it has {number} (`{example}`) that nobody has accepted or rejected"
        raise UserError(f"{message}: use --changes accepted, or --changes original to read it without them")
    return choice
