"""Longer texts for the small dossier."""

import hashlib


def lengthen(base, lines):
    """Add lines at the end of the text of the source `gazette`, whose record then names the new hash."""
    text = base / "seeds/gazette.txt"
    old = hashlib.sha256(text.read_bytes()).hexdigest()
    text.write_text(text.read_text("utf-8") + "".join(f"{line}\n" for line in lines), "utf-8")
    record = base / "content/sources/gazette.yml"
    new = hashlib.sha256(text.read_bytes()).hexdigest()
    record.write_text(record.read_text("utf-8").replace(old, new), "utf-8")
