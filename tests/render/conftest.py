"""What the tests of pages share: the small dossier, rendered as it is or after changes."""

import pytest
from dossier.model.publish_context import NO_CONTEXT
from dossier.pipeline import check_dossier, render_all

from tests.conftest import BASE


@pytest.fixture(scope="session")
def base_graph():
    """The graph of the small dossier; never to be changed."""
    return check_dossier(BASE).graph


@pytest.fixture(scope="session")
def base_outputs(base_graph):
    """The content of every file rendered from the small dossier, by path."""
    return {output.path: output.content for output in render_all(base_graph)}


@pytest.fixture
def render(base):
    """Return a function that renders the test's copy of the small dossier to outputs by path."""

    def rendered(publication=NO_CONTEXT):
        return {output.path: output for output in render_all(check_dossier(base).graph, publication)}

    return rendered


@pytest.fixture
def page(render):
    """Return a function that renders the test's copy of the small dossier and returns the page at a path."""
    return lambda path, publication=NO_CONTEXT: render(publication)[path].content
