"""Addresses in data files: absolute if that of the site is known, so that a file that was passed on leads back."""

import json
import sqlite3
from urllib.parse import urljoin

import pytest
from dossier.export import annotations, bulk, claims_jsonl, dossier_json
from dossier.model.kinds import KINDS
from dossier.model.publish_context import PublishContext

from tests.conftest import BASE
from tests.export.helpers import EXAMPLE_ADDRESS, export_files
from tests.helpers import nonempty

TABLES = [f"data/csv/{name}.csv" for name in ("records", "statements", "passages", *(kind.plural for kind in KINDS))]


@pytest.fixture(scope="module")
def hosted_files():
    """The data files of the small dossier, whose site has an address."""
    return export_files(BASE, PublishContext(site_url=EXAMPLE_ADDRESS))


@pytest.mark.parametrize("path", [dossier_json.PATH, claims_jsonl.PATH, bulk.PATH, *TABLES])
def test_all_addresses_are_absolute_and_nothing_else_changes(small_files, hosted_files, path):
    relative, absolute = (
        files[path] if isinstance(files[path], str) else files[path].decode() for files in (small_files, hosted_files)
    )
    assert EXAMPLE_ADDRESS not in relative
    assert absolute.count(EXAMPLE_ADDRESS) >= absolute.count(".html") > 0
    expected = relative.replace('"annotation":"../', '"annotation":"')
    absolute = absolute.replace(f',\n"site":"{EXAMPLE_ADDRESS}"', "")
    assert absolute.replace(EXAMPLE_ADDRESS, "") == expected


def test_the_database_has_absolute_addresses(hosted_files, tmp_path):
    file = tmp_path / "dossier.sqlite"
    file.write_bytes(hosted_files["data/dossier.sqlite"])
    database = sqlite3.connect(file)
    for table in ("records", "statements", "passages", *(kind.plural for kind in KINDS)):
        addresses = nonempty(url for (url,) in database.execute(f"SELECT url FROM {table}"))
        assert [url for url in addresses if not url.startswith(EXAMPLE_ADDRESS)] == [], table


def test_an_annotation_names_the_same_addresses_with_and_without_the_address_of_the_site(small_files, hosted_files):
    relative, absolute = (json.loads(files[annotations.PATH]) for files in (small_files, hosted_files))
    assert absolute["id"] == f"{EXAMPLE_ADDRESS}{annotations.PATH}"
    for here, there in zip(relative["first"]["items"], absolute["first"]["items"], strict=True):
        base = absolute["id"]
        assert [urljoin(base, url) for url in (here["id"], here["target"]["source"], *here["body"])] == [
            there["id"],
            there["target"]["source"],
            *there["body"],
        ]
        assert there["id"].startswith(EXAMPLE_ADDRESS)
