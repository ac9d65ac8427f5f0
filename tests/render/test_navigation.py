"""The navigation of a site whose settings have none: it knows all pages but those of records, and the editors' own."""

from dossier.pipeline import check_dossier, render_pages
from dossier.render.navigation import navigation
from dossier.render.pages import PAGES
from dossier.text.interface import interface_language


def pages_in(items):
    """Return the paths in a navigation, in order."""
    values = [value for item in items for value in (item.values() if isinstance(item, dict) else [item])]
    return [path for value in values for path in ([value] if isinstance(value, str) else pages_in(value))]


def test_it_leads_to_every_page_about_the_whole_dossier(base):
    paths = [page.path for page in render_pages(check_dossier(base).graph)]
    listed = pages_in(navigation(paths, []))
    assert {page.path for page in PAGES} <= {*listed}
    assert {*listed} <= {*paths}


def test_pages_of_editors_are_beside_the_page_about_the_dossier():
    about = [{"About this dossier": "about.md"}, {"Data": "data.md"}, "team.md"]
    items = navigation(["index.md", "data.md"], ["about.md", "team.md"])
    assert items == [{"Story": "index.md"}, {"About": about}]


def test_a_section_without_pages_is_left_out_and_titles_are_in_the_language():
    with interface_language("es-VE"):
        assert navigation(["index.md", "network.md"], []) == [
            {"La historia": "index.md"},
            {"Personas y lugares": [{"Red": "network.md"}]},
        ]
