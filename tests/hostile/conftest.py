"""A dossier of all seven kinds whose every free text is an attack, made in a temporary folder."""

import hashlib
import itertools
import json
import shutil

import pytest

from tests.browser.conftest import chromium, served, tab  # noqa: F401 (fixtures)
from tests.site.conftest import ROOT, Html, build, once

SPACE = " \t\r\n\x0b\x0c\x85\u2029    \t"
"""White space of every sort, which a passage may tell as one space."""

WITHDRAWN = "actors/actor-withdrawn.yml"
SETS = ("one", "two", "three")
HEAVY = 100_000

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


def word(count):
    """A word that no other count gives, without a digit: a figure in prose would have to stand in a passage."""
    return "own" + "".join(chr(ord("a") + int(digit)) for digit in str(count))


class Texts:
    """Hands out hostile texts: each holds all payloads, starts with another one, has a word of its own, ends in `#`.

    Every other one is without marks of direction, for which a page sets a whole text apart.
    """

    def __init__(self, length=0):
        self._count = itertools.count()
        self._more = " more words" * (length // len(" more words"))

    def __call__(self, start=""):
        count = next(self._count)
        turn = count // 2 % len(PAYLOADS)
        first, *others = (one for one in PAYLOADS[turn:] + PAYLOADS[:turn] if count % 2 or one != DIRECTIONS)
        return " ".join([start, first, f"its own {word(count)}{self._more}", *others, "C#"]).strip()

    def prose(self):
        """One for an editor's prose, where double brackets are cross-links and so refused."""
        return self().replace("[[", "[").replace("]]", "]")


class Set:
    """One record of each kind, and the text they rest on."""

    def __init__(self, name, other, text, exempts):
        self.name, self.other, self.text, self.exempts = name, other, text, exempts
        self.before, self.exact, self.after = text(), text("567 soldiers"), text()
        self.starts, self.ends, self.last = text(), text(), text()
        self.cited = f"{self.before}{SPACE}{self.exact}"
        self.seed = "\n\n".join((self.starts, "nothing", self.ends, self.cited, self.after, self.last)) + "\n"

    def records(self):
        """Every record by its path below `content/`."""
        kinds = (self.source, self.actor, self.event, self.number, self.quote, self.disagreement, self.place)
        return {f"{kind.__name__}s/{kind.__name__}-{self.name}.yml": self.common() | kind() for kind in kinds}

    def passage(self):
        held = {"source": f"source-{self.name}", "via": [f"actor-{self.name}"]}
        return {**held, "exact": self.exact, "prefix": self.before, "suffix": self.after}

    def common(self):
        overlapping = {"source": f"source-{self.name}", "exact": f"{self.before} {self.exact}"}
        prose = {"summary": self.text.prose(), "note": self.text.prose()}
        return {**prose, "passages": [self.passage(), overlapping], "review": "published"}

    def basis(self):
        return {"phrase": self.exact, "reasoning": self.text.prose()}

    def dated(self):
        return {"date": "2019-01-26", "basis": self.basis()}

    def source(self):
        digest = hashlib.sha256(self.seed.encode()).hexdigest()
        return {
            "title": self.text(),
            "short": self.text(),
            "kind": "news",
            "publisher": f"actor-{self.name}",
            "authors": [self.text()],
            "published": self.dated(),
            "url": "https://example.org/?a=1&b=[x](y)#*_`",
            "text": f"{self.name}.txt",
            "sha256": digest,
            "grade": {"letter": "B", "reason": self.text.prose()},
            "excluded": [self.region(self.starts, self.ends), self.region(self.last, self.last)],
            "exempt": [self.exemption(kind) for kind in self.exempts],
            "rights": {"show": "excerpts" if self.name == "two" else "whole", "statement": self.text()},
        }

    def region(self, starts, ends):
        return {"starts": starts, "ends": ends, "kind": "boilerplate", "reason": self.text.prose()}

    def exemption(self, kind):
        context = {"text": f"{self.cited} {self.after}", "prefix": self.ends, "suffix": self.last}
        return {**context, "kind": kind, "reason": "not of the story", "note": self.text.prose()}

    def actor(self):
        relation = {"type": "opposes", "to": f"actor-{self.other}", "passages": [self.passage()]}
        return {
            "name": self.text(),
            "kind": "person",
            "aliases": [self.exact, self.before],
            "side": "side",
            "roles": [{"title": self.text(), "passages": [self.passage()]}],
            "relations": [relation] if self.other != self.name else [],
        }

    def event(self):
        participants = [{"actor": f"actor-{self.name}", "role": self.text()}]
        place = f"place-{self.name}"
        return {"title": self.text(), "status": "planned", "place": place, "participants": participants, **self.dated()}

    def number(self):
        return {
            "value": "567",
            "qualifier": "exactly",
            "unit": self.text(),
            "words": self.exact,
            "measure": {"what": self.text(), "where": f"place-{self.name}", "scope": self.text()},
            "as_of": self.dated(),
            "counted_by": f"actor-{self.name}",
            "status": "reported",
        }

    def quote(self):
        speaker = {"speaker": f"actor-{self.name}", "speaker_basis": self.text.prose()}
        return {"words": [self.before, self.exact], "form": "document", "said": self.dated(), **speaker}

    def disagreement(self):
        by_record = {"statement": self.text.prose(), "rests_on": [f"number:number-{self.name}"]}
        by_words = {"statement": self.text.prose(), "passages": [self.passage()]}
        said = {"assessment": self.text.prose(), "same_origin": self.text.prose(), "confidence": "low"}
        return {"question": self.text(), "type": "scope", "positions": [by_record, by_words], **said}

    def place(self):
        return {"name": self.text(), "aliases": [self.after], "precision": "city"}


def corrected(text):
    """What stands under `corrections`."""
    return [{"date": "2019-03-04", "what": text.prose(), "was": text.prose(), "why": text.prose()}]


def withdrawn(text):
    """A record that is claimed no longer."""
    told = {"name": text(), "kind": "person", "summary": text.prose(), "review": "published"}
    return told | {"withdrawn": {"date": "2019-03-05", "why": text.prose()}}


def settings(text, coverage):
    """What `content/dossier.yml` says."""
    return {
        "title": text(),
        "language": "en",
        "description": text.prose(),
        "organization": text(),
        "lead": [{"statement": text.prose(), "rests_on": ["event:event-one"]}],
        "sides": [{"id": "side", "name": text(), "colour": "#1f6f54"}],
        "policy": {"overlap": "1000", "coverage": coverage},
        "corrections": corrected(text),
        "archive": {"identifier": text(), "contact": text(), "email": text()},
    }


def attacked(length=0):
    """Every file of the hostile dossier as data, by its path below `content/`, and its seeds by name."""
    text = Texts(length)
    names, exempts, coverage = (SETS[:1], (), "false") if length else (SETS, ("quotation", "quantity"), "true")
    sets = [Set(name, names[at - 1], text, exempts) for at, name in enumerate(names)]
    files = {path: record for one in sets for path, record in one.records().items()}
    if not length:  # A file may not be as large as all its texts would be.
        files = {path: record | {"corrections": corrected(text)} for path, record in files.items()}
    files |= {"dossier.yml": settings(text, coverage), WITHDRAWN: withdrawn(text)}
    return files, {f"{one.name}.txt": one.seed for one in sets}


def write(folder, files, seeds):
    """Write a dossier; JSON is YAML, and says every character for certain."""
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


class Attacked:
    """A hostile dossier: its files and seeds as data, and the folder where it was built."""

    def __init__(self, tmp_path_factory, name, length=0):
        self.files, self.seeds = attacked(length)
        self.folder = once(tmp_path_factory, name, lambda to: build(write(to, self.files, self.seeds)))
        self.site = self.folder / "site"
        self.base = self.site.as_uri() + "/"

    @property
    def records(self):
        """Every shown record by the address of its page."""
        shown = {path: data for path, data in self.files.items() if "/" in path and path != WITHDRAWN}
        return {path.replace(".yml", ".html"): data for path, data in shown.items()}

    @property
    def pages(self):
        """The addresses of all pages but the one for a missing page, which only a host shows."""
        found = sorted(file.relative_to(self.site).as_posix() for file in self.site.rglob("*.html"))
        return [page for page in found if page != "404.html"]

    def html(self, page):
        """A page, read."""
        return Html.of((self.site / page).read_text("utf-8"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """Three records of each kind, of about two thousand characters in each text."""
    return Attacked(tmp_path_factory, "hostile")


@pytest.fixture(scope="session")
def heavy(tmp_path_factory):
    """A record of each kind, of a hundred thousand characters in each text."""
    return Attacked(tmp_path_factory, "heavy", HEAVY)
