"""Links of generated pages are resolved as MkDocs does, with the same warnings and anchors to check."""

import logging

import pytest
from dossier.plugin.generated_page import PageLinks, target_lookup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import _RelativePathTreeprocessor

from tests.conftest import BASE

LINKS = (
    "b.md",
    "a.md",
    "b.md#part",
    "b.md#part",
    "b.md#",
    "../index.md",
    "../index.md#top",
    "../places/c.md",
    "../data/x.csv",
    "./b.md",
    "..//places/c.md",
    "b%20b.md",
    "b b.md",
    "b.md?q=1",
    "b.md?q=1#part",
    "b.md#p/1?x",
    "#part",
    "",
    ".",
    "..",
    "../",
    "b",
    "b.html",
    "missing.md",
    "missing.md#part",
    "draft.md",
    "draft.md#part",
    "../../above.md",
    "/actors/b.md",
    "//host/b.md",
    "https://example.org/b.md",
    "mailto:a@example.org",
    "é.md",
    "b.md\n",
)


@pytest.fixture(scope="module")
def config():
    """The settings of a site."""
    settings = MkDocsConfig()
    settings.load_dict({"site_name": "x", "docs_dir": str(BASE), "use_directory_urls": False, "plugins": []})
    assert settings.validate() == ([], [])
    return settings


@pytest.fixture
def files(config):
    """The files of a site."""
    paths = ("index.md", "actors/a.md", "actors/b.md", "actors/b b.md", "actors/é.md", "places/c.md", "data/x.csv")
    listed = [File(path, None, config.site_dir, use_directory_urls=False) for path in paths]
    hidden = File("actors/draft.md", None, config.site_dir, use_directory_urls=False, inclusion=InclusionLevel.DRAFT)
    return Files([*listed, hidden])


@pytest.mark.parametrize("page", ["actors/a.md", "index.md"])
def test_links_are_resolved_as_mkdocs_does(page, config, files, caplog):
    caplog.set_level(logging.DEBUG)
    file, find = files.get_file_from_path(page), target_lookup(files)
    for link in (*LINKS, *LINKS):
        ours, theirs = PageLinks(file, files, config, find), _RelativePathTreeprocessor(file, files, config)
        results = []
        for resolver in (ours, theirs):
            caplog.clear()
            address = resolver.path_to_url(link)
            results.append((address, resolver.links_to_anchors, [record.getMessage() for record in caplog.records]))
        assert results[0] == results[1], link


def test_a_target_is_looked_up_once_for_a_folder(config, files, monkeypatch):
    looked_up = []
    src_uris = Files.src_uris.fget
    monkeypatch.setattr(Files, "src_uris", property(lambda self: looked_up.append("once") or src_uris(self)))
    find = target_lookup(files)
    pages = [file for file in files if file.src_uri in ("actors/a.md", "actors/b.md")]
    addresses = {PageLinks(page, files, config, find).path_to_url("../places/c.md#part") for page in pages}
    assert addresses == {"../places/c.html#part"}
    assert looked_up == ["once"]
