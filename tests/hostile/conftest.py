"""A dossier of all seven kinds whose every free text is an attack: the smallest valid one, made in a temporary folder."""

import hashlib
import itertools
import json
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
SETS = ("one", "two", "three")
HEAVY = 100_000

PAYLOADS = (
    "<script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<svg/onload=window.pwned=1><iframe srcdoc='<script>parent.pwned=1</script>'>",
    "</div></mark></p></li></ul></h1></title></script></style></textarea>",
    "</article><style>*{display:none}</style><base href=http://evil.example/>",
    "'\" onmouseover=window.pwned=1 autofocus onfocus=window.pwned=1 x=\"",
    "[x](javascript:window.pwned=1) [x](<javascript:window.pwned=1> 't')",
    "[reference][1] and [1]: javascript:window.pwned=1",
    "\n\n[1]: http://evil.example/ 'title'\n[^1]: footnote\n*[dossier]: abbreviation\n\n",
    "[^1] note",
    "<http://evil.example/> <javascript:window.pwned=1> <evil@evil.example> http://evil.example/ www.evil.example",
    "![](http://evil.example/x.png) ![x](javascript:window.pwned=1)",
    "{{ 7*7 }} {% raise %} {{ config }} {# gone #} ${7*7} #{7*7} <%= 7*7 %>",
    "{: #main .md-nav onclick=window.pwned=1 } {#anchor} { .class }",
    "&lt;b&gt; &amp;amp; &#60;i&#62; &#x3c;u&#x3e; &nbsp; &NotEqualTilde;",
    "<!-- comment --> <![CDATA[ cdata ]] > <?php echo 1 ?> <!DOCTYPE x> -->",
    "\n\n# heading\n\n## heading ##\n\nsetext\n===\n\n---\n\n",
    "# closed #",
    "\n\n- list\n    - nested\n+ plus\n1. one\n2) two\n\n    code by indent\n\n> quotation\n: definition\n\n",
    "\n\n| a | b |\n|---|---|\n| c | d |\n\n",
    "\n\n```python\nfence = 1\n```\n\n~~~\ntilde\n~~~\n\n!!! note\n    admonition\n\n??? note\n=== \"tab\"\n\n",
    "*em* **strong** _em_ __strong__ `code` ``co`de`` ***both*** ~~struck~~ ==marked== ++key++ ^up^ ~down~",
    "snake_case_word 2*3*4 a\\*b \\<script> \\\\ \\` C# F#",
    "$$x^2$$ \\(y\\) \\[z\\] :smile: :material-skull: --8<-- 'seeds' [TOC] [[_TOC_]",
    "right\u202egnp.exe\u202c isolate\u2066\u2067abc\u2069 mark\u200f\u200e\u061c unclosed\u202e\u2067",
    "zero\u200bwidth soft\u00adhyphen no\u00a0break thin\u2009space line\u2028separator Z\u0337\u0353a\u0334lgo \U0001f3f4\U000e0067",
    "klzzwxh:0000 wzxhzdk:0 &klzzwxh:1; amp;substitute; %20 %3Cscript%3E \\u003cscript\\u003e \\x3cscript\\x3e",
    "+1-2 =SUM(1) @here - 567 soldiers",
)


class Texts:
    """Hands out hostile texts: each begins with another payload, holds them all, and ends in a word of its own."""

    def __init__(self, length=0):
        self._count = itertools.count()
        self._more = " more words" * (length // len(" more words"))

    def __call__(self, begin=""):
        count = next(self._count)
        at = count % len(PAYLOADS)
        whole = " ".join(PAYLOADS[at:] + PAYLOADS[:at])
        return f"{begin}{whole}{self._more} end{count}".strip()

    def prose(self):
        """The same without what prose gives a meaning to: cross-links."""
        return self().replace("[[", "[ [").replace("]]", "] ]")


def record_set(name, other, text):
    """One record of each kind, by its path, and the seed they rest on."""
    before, exact, after = text(), text("567 soldiers "), text()
    start, end = text(), text()
    content = f"{before}\n\n{exact}\n\n{after}\n\nRegion {name}\n\n{start}\n\nnothing\n\n{end}\n"
    passage = {"source": f"source-{name}", "exact": exact, "prefix": before, "suffix": after, "via": [f"actor-{name}"]}
    both = {"source": f"source-{name}", "exact": f"{before} {exact}"}
    common = lambda **fields: {"summary": text.prose(), "note": text.prose(), "review": "published", **fields}  # noqa: E731
    basis = lambda: {"phrase": exact, "reasoning": text.prose()}  # noqa: E731
    cited = {"passages": [passage, both]}
    records = {
        f"sources/source-{name}": common(
            title=text(), short=text(), kind="news", publisher=f"actor-{name}", authors=[text(), text()],
            published={"date": "2019-01-26", "basis": basis()}, url="https://example.org/?a=1&b=[x](y)",
            text=f"{name}.txt", sha256=hashlib.sha256(content.encode()).hexdigest(),
            grade={"letter": "B", "reason": text.prose()},
            excluded=[{"starts": start, "ends": end, "kind": "furniture", "reason": text.prose()}],
            rights={"show": "excerpts" if name == "two" else "whole", "statement": text()},
        ),
        f"actors/actor-{name}": common(
            name=text(), kind="person", aliases=[exact, before], side="side", **cited,
            roles=[{"title": text(), "passages": [passage]}],
            relations=[{"type": "opposes", "to": f"actor-{other}", "passages": [passage]}] if other != name else [],
        ),
        f"places/place-{name}": common(name=text(), aliases=[after], precision="city", **cited),
        f"events/event-{name}": common(
            title=text(), date="2019-01-26", basis=basis(), place=f"place-{name}", status="planned",
            participants=[{"actor": f"actor-{name}", "role": text()}], **cited,
        ),
        f"numbers/number-{name}": common(
            value="567", qualifier="exactly", unit=text(), words=exact, status="reported", counted_by=f"actor-{name}",
            measure={"what": text(), "where": f"place-{name}", "scope": text()},
            as_of={"date": "2019-01-26", "basis": basis()}, **cited,
        ),
        f"quotes/quote-{name}": common(
            words=[before, exact], speaker=f"actor-{name}", speaker_basis=text.prose(), form="document",
            said={"date": "2019-01-26", "basis": basis()}, addressed_to=[f"actor-{name}"], **cited,
        ),
        f"disputes/dispute-{name}": common(
            question=text(), type="scope", confidence="low", assessment=text.prose(), same_origin=text.prose(),
            positions=[
                {"statement": text.prose(), "rests_on": [f"number-{name}".replace("number-", "number:number-")]},
                {"statement": text.prose(), "passages": [passage]},
            ],
        ),
    }  # fmt: skip
    return records, content


def write(folder, length=0, sets=SETS):
    text = Texts(length)
    settings = {
        "title": text(), "language": "en", "description": text.prose(), "organization": text(),
        "sides": [{"id": "side", "name": text(), "colour": "#1f6f54"}], "policy": {"overlap": "1000"},
    }  # fmt: skip
    (folder / "seeds").mkdir(parents=True)
    shutil.copytree(ROOT / "content/pages", folder / "content/pages")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "content/dossier.yml").write_text(json.dumps(settings, ensure_ascii=False), "utf-8")
    made = {}
    for at, name in enumerate(sets):
        records, content = record_set(name, sets[at - 1], text)
        (folder / f"seeds/{name}.txt").write_text(content, "utf-8", newline="\n")
        for path, record in records.items():
            file = folder / f"content/{path}.yml"
            file.parent.mkdir(exist_ok=True)
            file.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
            made[path] = record
    return made
