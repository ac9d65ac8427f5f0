"""A source whose text a test writes."""

import hashlib

SOURCE = """title: A report
kind: news
text: report.txt
sha256: {sha256}
published: {{date: {published}, basis: {{reasoning: It was handed in on that day.}}}}
grade: {{letter: C, reason: It is one report.}}
rights: {{show: whole, statement: Written for the tests.}}
summary: A report from the port.[^editor]
review: published
"""


def write_report(root, text, published="2019-01-27"):
    """Add to the dossier below `root` the source `report`, with this text below its title and this date."""
    whole = f"A report\n\n{text}\n"
    (root / "seeds/report.txt").write_text(whole, "utf-8", newline="\n")
    source = SOURCE.format(sha256=hashlib.sha256(whole.encode()).hexdigest(), published=published)
    (root / "content/sources/report.yml").write_text(source, "utf-8", newline="\n")
