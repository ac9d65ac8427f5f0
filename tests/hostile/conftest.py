"""A dossier whose every free text is an attack, built in a temporary folder."""

import hashlib
import itertools
import json
import re
import shutil

import pytest

from tests.browser.conftest import chromium, served, tab  # noqa: F401 (fixtures)
from tests.build.conftest import replace
from tests.site.conftest import ROOT, Html, build, once

SPACE = " \t\r\n\x0b\x0c\x85\u2029    \t"
"""Every sort of white space; a passage may quote it as one space."""

ADDRESS = "https://example.org/"
WITHDRAWN = "actors/actor-withdrawn.yml"
SET_NAMES = ("one", "two", "three")
KINDS = ("source", "actor", "event", "number", "quote", "disagreement", "place")
LONG_TEXT = 66_000
"""Characters of each long text: more than 65,536, where parsers and browsers split or cut text."""
SHIFT = 1
"""Texts of each set that are left out, so that no pair of a statement's asterisks has a mark between them."""
LONG_KINDS = ("source", "actor", "number")
"""The kinds of which the dossier of long texts has a record: Markdown takes seconds for each such page."""

DIRECTIONS = "right\u202egnp.exe\u202c isolate\u2066\u2067abc\u2069 mark\u200f\u200e\u061c unclosed\u202e\u2067"
PAYLOADS = (
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<svg/onload=window.pwned=1><iframe srcdoc='<script>parent.pwned=1</script>'>",
    "</div></mark></p></li></ul></h1></title></script></style></textarea>",
    "</article><style>*{display:none}</style><base href=http://evil.example/>",
    '\'" onmouseover=window.pwned=1 autofocus onfocus=window.pwned=1 x="',
    "[x](javascript:window.pwned=1) [x](<javascript:window.pwned=1> 't')",
    "[reference][1] and [1]: javascript:window.pwned=1",
    "\n\n[1]: http://evil.example/ 'title'\n[^1]: footnote\n*[dossier]: abbreviation\n\n",
    "[^1] note",
    "<http://evil.example/> <javascript:window.pwned=1> <evil@evil.example> http://evil.example/ www.evil.example",
    "![](http://evil.example/x.png) ![x](javascript:window.pwned=1)",
    "{{ 7*7 }} {% raise %} {{ config }} {# gone #} ${7*7} #{7*7} <%= 7*7 %>",
    "{: #main .md-nav onclick=window.pwned=1 } {#anchor} { .class }",
    "&lt;b&gt; &amp;amp; &#60;i&#62; &#x3c;u&#x3e; &nbsp; &NotEqualTilde;",
    "<!-- comment --> <![CDATA[ cdata ]]> <?php echo 1 ?> <!DOCTYPE x> -->",
    "\n\n# heading\n\n## heading ##\n\nsetext\n===\n\n---\n\n",
    "# closed #",
    "\n\n- list\n    - nested\n+ plus\n1. one\n2) two\n\n    code by indent\n\n> quotation\n: definition\n\n",
    "\n\n| a | b |\n|---|---|\n| c | d |\n\n",
    '\n\n```python\nfence = 1\n```\n\n~~~\ntilde\n~~~\n\n!!! note\n    admonition\n\n??? note\n=== "tab"\n\n',
    "*em* **strong** _em_ __strong__ `code` ``co`de`` ***both*** ~~struck~~ ==marked== ++key++ ^up^ ~down~",
    "snake_case_word 2*3*4 a\\*b \\<script> \\\\ \\` C# F#",
    "$$x^2$$ \\(y\\) \\[z\\] :smile: :material-skull: --8<-- 'seeds' [TOC] [[_TOC_]] [[actor:x|y]]",
    DIRECTIONS,
    "zero\u200bwidth soft\u00adhyphen no\u00a0break thin\u2009space line\u2028separator",
    "Z\u0337\u0353a\u0334lgo \U0001f3f4\U000e0067\U000e007f \ufffd",
    "klzzwxh:0000 wzxhzdk:0 &klzzwxh:1; amp;substitute; %20 %3Cscript%3E \\u003cscript\\u003e \\x3cscript\\x3e",
    "+1-2 =SUM(1) @here - 567 soldiers",
)


def unique_word(count):
    """Return a word for each count, without digits, since a figure in prose must be in a passage."""
    return "own" + "".join(chr(ord("a") + int(digit)) for digit in str(count))


class HostileTexts:
    """Writes hostile texts: each has all payloads, starts with another one, has a word of its own and ends in `#`.

    Every other text has no marks of direction, because a page isolates a whole text that has them.
    """

    def __init__(self, length=0):
        """Make each text at least `length` characters long."""
        self._count = itertools.count()
        self._padding = " more words" * -(-length // len(" more words"))

    def __call__(self, start=""):
        count = next(self._count)
        shift = count // 2 % len(PAYLOADS)
        rotated = PAYLOADS[shift:] + PAYLOADS[:shift]
        first, *others = (payload for payload in rotated if count % 2 or payload != DIRECTIONS)
        return " ".join([start, first, f"its own {unique_word(count)}{self._padding}", *others, "C#"]).strip()

    def prose(self):
        """Return a text for an editor's prose, without what would be a cross-link or a mark that leads nowhere."""
        return self().replace("[[", "[").replace("]]", "]").replace("[^", "[")

    def statement(self, mark):
        """Return a statement that ends in a mark."""
        return f"{self.prose()}[^{mark}]"


class RecordSet:
    """One record of each kind, and the source text that they cite."""

    def __init__(self, name, other, text, exempt_kinds):
        """Name the records after the set; its actor relates to that of the set `other`."""
        self.name, self.other, self.text, self.exempt_kinds = name, other, text, exempt_kinds
        self.before, self.exact, self.after = text(), text("567 soldiers"), text()
        self.starts, self.ends, self.last = text(), text(), text()
        self.via_basis = text.prose()
        self.translation, self.translator = text(), text()
        for _ in range(SHIFT):
            text()
        self.cited = f"{self.before}{SPACE}{self.exact}"
        self.seed = "\n\n".join((self.starts, "nothing", self.ends, self.cited, self.after, self.last)) + "\n"

    def records(self, kinds):
        """Return a record of each of these kinds, by its path below `content/`."""
        return {f"{kind}s/{kind}-{self.name}.yml": self.common() | getattr(self, kind)() for kind in kinds}

    def passage(self):
        """Return a passage with its context and the actor it came from."""
        attribution = {"source": f"source-{self.name}", "via": [f"actor-{self.name}"], "via_basis": self.via_basis}
        words = {"exact": self.exact, "prefix": self.before, "suffix": self.after}
        return {**attribution, **words, "translation": {"text": self.translation, "by": self.translator}}

    def common(self):
        """Return the fields that every kind has, with two passages that overlap."""
        overlapping = {"label": "both", "source": f"source-{self.name}", "exact": f"{self.before} {self.exact}"}
        summary = f"{self.text.statement('soldiers')} {self.text.statement('both')}"
        passages = [{"label": "soldiers", **self.passage()}, overlapping]
        return {"summary": summary, "note": self.text.prose(), "passages": passages, "review": self.review()}

    def review(self):
        """Return the review of a record that somebody has read."""
        return {"state": "published", "verdict": "holds", "by": self.text(), "date": "2020-01-02"}

    def basis(self):
        """Return the basis of a date."""
        return {"phrase": self.exact, "reasoning": self.text.prose()}

    def date_fields(self):
        """Return a date and its basis."""
        return {"date": "2019-01-26", "basis": self.basis()}

    def source(self):
        """Return the source of the set's text."""
        digest = hashlib.sha256(self.seed.encode()).hexdigest()
        return {
            "title": self.text(),
            "title_basis": self.text.prose(),
            "credit_basis": self.text.prose(),
            "short": self.text(),
            "kind": "news",
            "publisher": f"actor-{self.other}",
            "authors": [self.text()],
            "published": self.date_fields(),
            "url": "https://example.org/?a=1&b=[x](y)#*_`",
            "accessed": "2019-03-04",
            "archived": "https://web.example.org/2019/https://example.org/?a=1&b=[x](y)#*_`",
            "text": f"{self.name}.txt",
            "sha256": digest,
            "ocr": self.text(),
            "grade": {"letter": "B", "reason": self.text.prose()},
            "excluded": [self.region(self.starts, self.ends), self.region(self.last, self.last)],
            "exempt": [self.exemption(kind) for kind in self.exempt_kinds],
            "rights": {"show": "excerpts" if self.name == "two" else "whole", "statement": self.text()},
        }

    def region(self, starts, ends):
        """Return an excluded region of the text."""
        return {"starts": starts, "ends": ends, "kind": "boilerplate", "reason": self.text.prose()}

    def exemption(self, kind):
        """Return an exemption from coverage for a mention of this kind."""
        context = {"text": f"{self.cited} {self.after}", "prefix": self.ends, "suffix": self.last}
        return {**context, "kind": kind, "reason": "not of the story", "note": self.text.prose()}

    def actor(self):
        """Return an actor with aliases, a role and a relation to the actor of the other set."""
        relation = {"type": "opposes", "to": f"actor-{self.other}"}
        relation["basis"] = f"It opposes: {self.text.prose()}"
        relation["passages"] = [self.passage()]
        role = {"title": self.exact, "basis": self.text.prose(), "passages": [self.passage()]}
        return {
            "name": self.before,
            "name_basis": self.text.prose(),
            "kind": "person",
            "kind_basis": self.text.prose(),
            "aliases": [self.exact, self.before],
            "side": "side",
            "side_basis": self.text.prose(),
            "roles": [role],
            "relations": [relation] if self.other != self.name else [],
        }

    def event(self):
        """Return a planned event."""
        participants = [{"actor": f"actor-{self.name}", "role": self.text(), "basis": self.text.prose()}]
        place = {"place": f"place-{self.name}", "place_basis": self.place_basis()}
        title = self.text.prose()
        status = {"status": "planned", "status_basis": self.text.prose()}
        return {"title": title, **status, **place, "participants": participants} | self.date_fields()

    def number(self):
        """Return a number."""
        return {
            "value": "567",
            "qualifier": "exactly",
            "unit": self.text(),
            "unit_basis": self.text.prose(),
            "figure_basis": self.text.prose(),
            "counted_by_basis": self.text.prose(),
            "words": self.exact,
            "measure": {"what": self.text(), "scope": self.text(), "basis": self.place_basis()},
            "as_of": self.date_fields(),
            "counted_by": f"actor-{self.name}",
            "status": "reported",
            "status_basis": self.text.prose(),
        }

    def quote(self):
        """Return a quote of two fragments."""
        speaker = {"speaker": f"actor-{self.name}", "speaker_basis": self.text.prose()}
        addressee = {"addressed_to": [f"actor-{self.other}"], "addressed_to_basis": self.text.prose()}
        words = [self.before, self.exact]
        form = {"form": "document", "form_basis": self.text.prose()}
        form["translation"] = {"text": self.text(), "by": self.text()}
        return {"words": words, **form, "said": self.date_fields(), **speaker, **addressee}

    def disagreement(self):
        """Return a disagreement with one position by record and one by passage."""
        by_record = {"statement": self.text.statement(f"number:number-{self.name}")}
        by_words = {"statement": self.text.prose(), "passages": [self.passage()]}
        assessment, same_origin = self.text.statement("soldiers"), self.text.statement("both")
        texts = {"assessment": assessment, "same_origin": same_origin, "confidence": "low"}
        return {"question": self.text.prose(), "type": "scope", "positions": [by_record, by_words], **texts}

    def place(self):
        """Return a place."""
        name = {"name": self.after, "name_basis": self.text.prose()}
        basis = {"precision": "city", "precision_basis": self.text.prose(), "coordinates_basis": self.text.prose()}
        return {**name, "aliases": [self.after, self.place_name()], **basis}

    def place_name(self):
        """Return a name of the set's place: words that no other text has."""
        return re.search(r"its own \w+", self.after)[0]

    def place_basis(self):
        """Return a reason why the set's place is that of a record, which names it."""
        return f"{self.place_name()} {self.text.prose()}"


def corrections(text):
    """Return the value of `corrections`."""
    return [{"date": "2019-03-04", "what": text.prose(), "was": text.prose(), "why": text.prose()}]


def withdrawn_actor(text):
    """Return an actor that was withdrawn."""
    fields = {"name": text(), "kind": "person", "summary": text.prose(), "review": "published"}
    return fields | {"withdrawn": {"date": "2019-03-05", "why": text.prose()}}


def settings(text, coverage, exempt):
    """Return the content of `content/dossier.yml`."""
    return {
        "title": text(),
        "language": "en",
        "description": text.prose(),
        "organization": text(),
        "format": "2",
        "headline": text(),
        "standfirst": text.statement("number:number-one"),
        "lead": [text.statement("number:number-one")],
        "edited_by": [text(), text()],
        "authors": [{"name": text(), "orcid": "0000-0002-1825-0097"}],
        "keywords": [text()],
        "last_review": {"date": "2020-01-02", "by": text()},
        "report_errors_to": "mistakes@example.org",
        "sides": [{"id": "side", "name": text(), "colour": "#1f6f54"}],
        "policy": {"overlap": "1000", "coverage": coverage},
        "exempt": exempt,
        "corrections": corrections(text),
        "archive": {"identifier": text(), "contact": text(), "email": text()},
    }


def hostile_dossier():
    """Return three records of each kind as (files by path below `content/`, source texts by name)."""
    text = HostileTexts()
    sets = [
        RecordSet(name, SET_NAMES[index - 1], text, ("quotation", "quantity") if index else ("quotation",))
        for index, name in enumerate(SET_NAMES)
    ]
    files = {path: record for records in sets for path, record in records.records(KINDS).items()}
    for path, record in files.items():
        record["corrections"] = corrections(text)
        if path.startswith("numbers/"):
            record["measure"]["where"] = path.replace("numbers/number", "place").removesuffix(".yml")
    files |= {"dossier.yml": settings(text, "true", [sets[0].exemption("quantity")]), WITHDRAWN: withdrawn_actor(text)}
    return files, {f"{records.name}.txt": records.seed for records in sets}


def long_dossier():
    """Return one record of each of LONG_KINDS, each text of LONG_TEXT characters; the settings have short texts.

    The records have no corrections: a file may not be as large as all its texts would be.
    """
    records = RecordSet("one", "one", HostileTexts(LONG_TEXT), ())
    files = records.records(LONG_KINDS) | {"dossier.yml": settings(HostileTexts(), "false", [])}
    del files["sources/source-one.yml"]["publisher"]  # The only actor is whom the source has its words from.
    return files, {"one.txt": records.seed}


def write(folder, files, seeds):
    """Write a dossier as JSON, which is YAML in which every character is explicit."""
    shutil.copytree(ROOT / "content/pages", folder / "content/pages")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "seeds").mkdir()
    for path, data in files.items():
        file = folder / "content" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    for name, seed in seeds.items():
        (folder / "seeds" / name).write_text(seed, "utf-8", newline="\n")
    return folder


class BuiltDossier:
    """A hostile dossier: its files and source texts as data, and the folder where it was built."""

    def __init__(self, tmp_path_factory, name, files, seeds, address=""):
        """Build the dossier, once for all workers; `address` is that of its site, if it has one."""

        def make(folder):
            write(folder, files, seeds)
            if address:
                replace(folder / "mkdocs.yml", "docs_dir:", f"site_url: {address}\ndocs_dir:")
            build(folder)

        self.files, self.seeds = files, seeds
        self.folder = once(tmp_path_factory, name, make)
        self.site = self.folder / "site"
        self.base = self.site.as_uri() + "/"

    @property
    def records(self):
        """Every visible record by the address of its page."""
        visible = {path: data for path, data in self.files.items() if "/" in path and path != WITHDRAWN}
        return {path.replace(".yml", ".html"): data for path, data in visible.items()}

    @property
    def pages(self):
        """The addresses of all pages but 404.html, which only a host shows."""
        names = sorted(file.relative_to(self.site).as_posix() for file in self.site.rglob("*.html"))
        return [name for name in names if name != "404.html"]

    def html(self, page):
        """Return a page, parsed."""
        return Html.of((self.site / page).read_text("utf-8"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """Three records of each kind, of about two thousand characters in each text."""
    return BuiltDossier(tmp_path_factory, "hostile", *hostile_dossier())


@pytest.fixture(scope="session")
def hostile_frames(tmp_path_factory):
    """The same with an address, so that it has pages for frames."""
    return BuiltDossier(tmp_path_factory, "hostile-frames", *hostile_dossier(), ADDRESS)


@pytest.fixture(scope="session")
def long_texts(tmp_path_factory):
    """A source, an actor and a number, of more than 65,536 characters in each text."""
    return BuiltDossier(tmp_path_factory, "long", *long_dossier())
