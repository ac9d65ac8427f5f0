"""The archive as its finder meets it: unpacked into some folder, opened without a network."""

import shutil

import pytest

from tests.archive.conftest import REAL, real_archive  # noqa: F401 (a fixture)
from tests.browser.conftest import search
from tests.browser.test_cards import CARD, MARK
from tests.browser.test_timeline import shown

NUMBER = "numbers/defectors-to-colombia-567.html"


@pytest.fixture
def unpacked(real_archive, tmp_path):  # noqa: F811
    """The address of the site in the archive, in a folder whose name needs care."""
    folder = tmp_path / "Été à Bogotá, copie n° 2"
    shutil.unpack_archive(real_archive, folder)
    return (folder / REAL / "data/site").as_uri() + "/"


def test_all_of_the_site_works_in_an_unpacked_archive_without_a_network(tab, unpacked):
    page = tab(unpacked, viewport={"width": 1440, "height": 1200})
    page.goto(f"{unpacked}index.html")
    assert search(page, "567")[0].startswith(unpacked + NUMBER)
    page.goto(unpacked + NUMBER)
    page.hover(f"{MARK} >> nth=1")
    page.locator(CARD).get_by_text("Colombia has counted 567 defectors", exact=True).wait_for()
    page.goto(f"{unpacked}timeline.html")
    all_of_them = shown(page)
    page.get_by_label("Actor", exact=True).select_option("juan-guaido")
    assert 0 < shown(page) < all_of_them
    page.goto(f"{unpacked}network.html")
    page.wait_for_selector(".dossier-picture svg g")
    page.goto(f"{unpacked}map.html")
    page.wait_for_selector(".dossier-interactive")
    page.goto(f"{unpacked}explore.html#kind=place")
    page.wait_for_selector("output:not(:empty)")
    assert page.locator(".dossier-explore-table tr[role] td:nth-child(2) a").count() == 10
    assert page.faults == []
