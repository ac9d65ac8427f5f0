"""All pages of a dossier, rendered from their templates."""

import re
from posixpath import dirname, join, normpath

import pytest
from dossier.cli.app import cli
from dossier.cli.reference import command_docs
from dossier.model.kinds import KINDS
from dossier.pipeline import check_dossier, render_all, render_pages
from dossier.render import record_context, text_pages
from dossier.render.diagrams import RECORD_DIAGRAMS, SITE_DIAGRAMS
from dossier.render.environment import RenderError, build_environment
from dossier.render.handbook import ORDER
from dossier.render.pages import PAGES, timeline
from dossier.render.site import findings_page
from dossier.text.interface import interface_language
from jinja2 import FileSystemLoader, UndefinedError, meta

from tests.helpers import nonempty

LINK = re.compile(r"\]\(([^)\s]+)(?: \"[^\"]*\")?\)")


@pytest.fixture(scope="module")
def pages(real_outputs):
    return nonempty({path: content for path, content in real_outputs.items() if path.endswith(".md")})


def test_every_record_and_text_has_a_page(real, pages):
    expected = {f"{record.plural}/{record.id}.md" for record in real.graph.visible}
    expected |= {page.path for page in PAGES}
    expected |= {f"texts/{source.id}.md" for source in real.graph.dossier.sources if source.has_text}
    expected |= {f"handbook/{name}.md" for name in ORDER}
    assert set(pages) == expected


def test_no_two_outputs_have_the_same_path(real, real_outputs):
    assert len(list(render_all(real.graph))) == len(real_outputs)


def links(pages):
    """Every Markdown link on the pages, as (page, target page or file, anchor)."""
    for path, content in pages.items():
        for address in LINK.findall(content):
            target, _, anchor = address.partition("#")
            yield path, normpath(join(dirname(path), target)) if target else path, anchor


def test_every_link_leads_to_a_page_or_file(pages, real_outputs):
    known = {*real_outputs, *(path.removesuffix(".md") + ".html" for path in pages)}
    assert len(list(links(pages))) > 1_000
    elsewhere = re.compile("handbook/https?:/")  # The handbook names programs and standards, with their addresses.
    missing = [(path, target) for path, target, _ in links(pages) if target not in known]
    assert [link for link in missing if not elsewhere.match(link[1])] == []


def test_every_link_into_a_text_leads_to_a_mark(pages):
    into_texts = [(target, anchor) for _, target, anchor in links(pages) if anchor.startswith("p-")]
    assert into_texts
    assert [(target, anchor) for target, anchor in into_texts if f'id="{anchor}"' not in pages[target]] == []


def test_every_template_is_used(real):
    environment = build_environment(real.graph)
    templates = environment.list_templates()
    sources = [environment.loader.get_source(environment, name)[0] for name in templates]
    included = {name for source in sources for name in meta.find_referenced_templates(environment.parse(source))}
    pages = {name for page in PAGES for name in (page.template, page.default_template)}
    records = {f"{kind.singular}.md.j2" for kind in KINDS}
    handbook = {"handbook/commands.md.j2", "handbook/fields.md.j2"}
    framed = {diagram.template for diagram in (*SITE_DIAGRAMS, *RECORD_DIAGRAMS)}
    framed |= {"embed-diagram.html.j2", "embed-record.html.j2"}
    others = {*handbook, *framed, "redirect.html.j2", "review.html.j2", "text.md.j2", "withdrawn.md.j2"}
    assert set(templates) <= pages | records | included | others


def test_no_page_has_remains_of_a_template(pages):
    left = re.compile(r"\{[{%#]|\bNone(?=$|[^\w .])|Undefined", re.MULTILINE)
    example = re.compile(r"<pre><code>.*?</code></pre>")
    assert [path for path, content in pages.items() if left.search(example.sub("", content))] == []


def test_every_fact_of_a_record_is_a_list_item(pages):
    glued = re.compile(r"[^\s*]- \*\*")
    assert [path for path, content in pages.items() if glued.search(content)] == []


def test_how_we_know_a_date_begins_with_words(pages):
    assert [path for path, content in pages.items() if "(," in content or "(:" in content] == []


def test_pages_rendered_again_are_identical(real, real_outputs):
    again = render_all(real.graph, commands=command_docs(cli))
    assert {output.path: output.content for output in again} == real_outputs


@pytest.mark.parametrize("template", ["{{ unknown }}", "{{ record.unknown }}", "{{ record | link(unknown) }}"])
def test_an_unknown_name_in_a_template_is_an_error(real, template):
    record = real.graph.visible[0]
    with pytest.raises((UndefinedError, AttributeError), match="unknown"):
        build_environment(real.graph).from_string(template).render(page="index.md", record=record)


def test_an_error_in_a_template_names_the_page_the_record_and_the_line(base, tmp_path):
    (tmp_path / "bad.md.j2").write_text("# Title\n\n{% include 'part.md.j2' %}\n", "utf-8")
    (tmp_path / "part.md.j2").write_text("\n{{ x }}\n", "utf-8")
    environment = build_environment(check_dossier(base).graph).overlay(loader=FileSystemLoader(tmp_path))
    with pytest.raises(RenderError) as caught:
        environment.render_page("bad.md.j2", "actors/nils-aker.md", {}, "actor:nils-aker")
    assert str(caught.value) == (
        "actors/nils-aker.md (actor:nils-aker), part.md.j2 line 2: UndefinedError: 'x' is undefined"
    )


@pytest.mark.parametrize(
    ("module", "function", "page"),
    [
        (timeline, "build_scale", r"timeline\.md, "),
        (record_context, "compare_passages", r"sources/gazette\.md \(source:gazette\), "),
        (text_pages, "cited_spans", r"texts/gazette\.md \(source:gazette\), "),
    ],
)
def test_an_error_in_a_context_names_the_page_the_record_and_the_line(base, monkeypatch, module, function, page):
    def fail(*_):
        raise KeyError("x")

    monkeypatch.setattr(module, function, fail)
    with pytest.raises(RenderError, match=rf"^{page}test_pages\.py line \d+: KeyError: 'x'$"):
        [output.content for output in render_pages(check_dossier(base).graph)]


def test_values_are_escaped_by_default(real):
    assert build_environment(real.graph).from_string("{{ x }}").render(x="*<b>*") == "&#42;&#60;b&#62;&#42;"


def test_a_statement_has_a_link_to_its_words(base_outputs):
    assert (
        '<a href="../texts/gazette.html#p-62-97" title="More than 500 dockers left the port" '
        'aria-label="Evidence 1: Dockers walk out at Port Brenn">1</a>'
    ) in base_outputs["numbers/more-than-500.md"]


def test_a_page_counts_sources_and_origins(base_outputs):
    assert "2 sources, 2 independent origins" in base_outputs["disagreements/how-many.md"]


def test_only_excerpts_of_a_text_are_shown_if_its_rights_allow_no_more(base_outputs):
    assert "Notes from the Ledger" not in base_outputs["texts/ledger.md"].partition('<div class="dossier-text">')[2]
    assert "Port officials counted them." in base_outputs["texts/ledger.md"]
    assert "3 tins for the price of one" in base_outputs["texts/gazette.md"]


def test_a_bidi_control_adds_no_element_to_an_attribute(write, base):
    for file in ("seeds/ledger.txt", "content/actors/port-officials.yml"):
        write(file, (base / file).read_text("utf-8").replace("officials counted", "\u202eofficials counted"))
    pages = [output.content for output in render_all(check_dossier(base).graph) if output.path.endswith(".md")]
    assert any("<bdi>" in page for page in pages)
    assert not any(re.search(r'="[^"\n]*<bdi>', page) for page in pages)


def test_findings_are_listed_on_the_findings_page(write):
    root = write("content/actors/nils-aker.yml", "name: <b>\nname: x\n")
    page = findings_page(check_dossier(root).findings)[0]
    assert page.path == "index.md"
    finding = "content/actors/nils-aker.yml:2:1: duplicate key &#96;name&#96; (first on line 1)"
    assert f'- <span lang="en">{finding}' in page.content
    assert page.content.startswith("# This dossier has findings\n")
    with interface_language("es"):
        spanish = findings_page(())[0].content
        assert spanish.startswith("# Este dosier tiene errores\n") and "están en inglés." in spanish
    assert "in English" not in page.content


def test_a_hostile_name_has_no_effect_on_the_map(write, page):
    where = "latitude: 1\nlongitude: 2\nprecision: point\n"
    text = f"name: <script>x</script>\n{where}summary: A place.\nreview: published\n"
    write("content/places/evil.yml", text)
    content = page("map.md")
    assert "&#60;script&#62;x&#60;/script&#62;" in content.partition("<svg")[2].partition("</svg>")[0]
    assert "<script>" not in content


def test_a_country_code_is_shown_as_a_name(add, page):
    add("content/places/port-brenn.yml", country="CO")
    assert "*Place · Colombia · " in page("places/port-brenn.md")
