"""The name of the site: that in mkdocs.yml or, where it is empty, the title of the dossier."""

import re

import pytest

from tests.build.conftest import replace
from tests.site.conftest import build

NAMES = {"": "Ships &amp; &lt;b&gt;docks", "The port": "The port"}


@pytest.mark.parametrize(("name", "shown"), NAMES.items(), ids=["empty", "given"])
def test_the_site_has_the_name_in_its_settings_or_the_title_of_the_dossier(project, name, shown):
    settings, dossier = project / "mkdocs.yml", project / "content/dossier.yml"
    settings.write_text(re.sub("^site_name: .*", f'site_name: "{name}"', settings.read_text("utf-8")), "utf-8")
    replace(dossier, re.search("title: .*", dossier.read_text("utf-8"))[0], "title: Ships & <b>docks")
    build(project)
    page = (project / "site/index.html").read_text("utf-8")
    assert re.search('class="dossier-brand"[^>]*>([^<]*)<', page)[1] == shown
    assert shown in re.search("<title>(.*?)</title>", page)[1]
    assert re.search(r'<meta property="og:site_name" content="(.*?)"', page)[1] == shown
    assert "<b>docks" not in page
