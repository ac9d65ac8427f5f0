"""Files for hosts and other site generators, made without building a site: headers, error page, written pages."""

from base64 import b64encode
from hashlib import sha256

import pytest
from dossier.model.output import OutputFile
from dossier.publish.host_files import CspHashes, inline_styles
from dossier.publish.write_outputs import write_to_empty_folder

from tests.browser.host import headers_for, parse_headers


def hash_source(text):
    """Return the hash of an inline script or style as a policy names it."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_inline_scripts_and_styles_by_hash():
    hashes, script = CspHashes(), "one()\ntwo()"
    hashes.add_page(f"<script>{script}</script><style>a {{}}</style><script src='file.js'></script>")
    policy = dict(directive.split(" ", 1) for directive in hashes.policy().split("; "))
    assert policy["script-src"] == f"'self' {hash_source(script)}"
    assert policy["style-src"] == f"'self' {hash_source('a {}')}"


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("/index.html", ["Content-Security-Policy", "X-Content-Type-Options"]),
        ("/data.html", ["Content-Security-Policy", "X-Content-Type-Options"]),
        ("/data/csv/a.csv", ["Content-Security-Policy", "X-Content-Type-Options", "Access-Control-Allow-Origin"]),
    ],
)
def test_only_data_has_the_header_that_lets_other_sites_read_it(tmp_path, address, names):
    rules = parse_headers(CspHashes().headers_file(tmp_path))
    assert [name for name, _ in headers_for(rules, address)] == names


def test_the_policy_does_not_depend_on_the_order_of_the_pages():
    pages = [f"<script>call({number})</script>" for number in range(9)]
    policies = set()
    for ordered in (pages, pages[::-1]):
        hashes = CspHashes()
        for page in ordered:
            hashes.add_page(page)
        policies.add(hashes.policy())
    assert len(policies) == 1


@pytest.mark.parametrize(
    ("site_url", "prefix"),
    [(None, "/"), ("https://example.org", "/"), ("https://example.org/a", "/a/"), ("https://example.org/a/", "/a/")],
)
def test_the_error_page_includes_the_site_s_styles_without_their_source_map(tmp_path, site_url, prefix):
    (tmp_path / "main.css").write_text("a {}\n/*# sourceMappingURL=main.css.map */", "utf-8")
    links = f'<link rel="stylesheet" href="{prefix}main.css"><link rel="stylesheet" href="https://example.net/x.css">'
    (tmp_path / "404.html").write_text(f"<head>{links}</head><body></head></body>", "utf-8")
    html = inline_styles(tmp_path, site_url)
    assert html == "<head><style>a {}\n</style>\n</head><body></head></body>"
    assert (tmp_path / "404.html").read_text("utf-8") == html


@pytest.mark.parametrize(("site_url", "prefix"), [(None, "/"), ("https://example.org/a/", "/a/")])
def test_the_styles_of_the_error_page_name_their_files_from_the_root_of_the_host(tmp_path, site_url, prefix):
    (tmp_path / "assets/css").mkdir(parents=True)
    kept = "url(data:x) url('#y') url(\"/z\") url(https://example.net/f)"
    (tmp_path / "assets/css/main.css").write_text(f"url('../fonts/a.woff2') url(b.svg) {kept}", "utf-8")
    html = f'<head><link rel="stylesheet" href="{prefix}assets/css/main.css"></head>'
    (tmp_path / "404.html").write_text(html, "utf-8")
    own = f'url("{prefix}assets/fonts/a.woff2") url("{prefix}assets/css/b.svg")'
    assert f"<style>{own} {kept}</style>" in inline_styles(tmp_path, site_url)


def test_a_folder_that_was_filled_only_in_part_can_be_refilled(tmp_path):
    def outputs_with_an_error():
        yield OutputFile("half.md", "half")
        raise KeyError

    with pytest.raises(KeyError):
        write_to_empty_folder(outputs_with_an_error(), tmp_path / "none", tmp_path / "pages")
    assert write_to_empty_folder([OutputFile("new.md", "new")], tmp_path / "none", tmp_path / "pages") == 1
    assert not (tmp_path / "pages/half.md").exists()
