"""Pages in frames of another site: a record's page for frames is shown, its full page is not."""

import pytest

from tests.build.conftest import copy_base_project, replace
from tests.site.conftest import build, once

FRAME = '<!doctype html><title>Another site</title><iframe src="{}" width="600" height="360"></iframe>'


@pytest.fixture(scope="module")
def addressed_site(tmp_path_factory, served):
    """The address of a server of a site that has pages for frames."""

    def make(folder):
        copy_base_project(folder)
        replace(folder / "mkdocs.yml", "docs_dir:", "site_url: https://example.org/\ndocs_dir:")
        build(folder)

    return served(once(tmp_path_factory, "framed", make) / "site")


@pytest.mark.parametrize(
    ("address", "is_shown"),
    [("embed/numbers/gone-567.html", True), ("numbers/gone-567.html", False), ("index.html", False), ("", False)],
)
def test_another_site_may_frame_a_record_and_no_other_page(
    chromium, served, addressed_site, tmp_path, address, is_shown
):
    (tmp_path / "index.html").write_text(FRAME.format(addressed_site + address), "utf-8")
    context = chromium.new_context()
    page = context.new_page()
    page.goto(served(tmp_path), wait_until="networkidle")
    assert (page.frames[1].url == addressed_site + address) is is_shown
    assert page.frames[1].locator(".kind").count() == is_shown
    context.close()
