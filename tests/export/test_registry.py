"""The registry lists every format once, and each format module has the whole interface."""

from pathlib import Path

import pytest
from dossier import export
from dossier.export.registry import EXPORT_DOCS, EXPORTS, GROUPS
from dossier.model.publish_context import NO_CONTEXT

from tests.export.helpers import export_files

FORMATS = [pytest.param(module, id=module.PATH) for module in EXPORTS]


def test_every_module_that_exports_is_listed_once():
    folder = Path(export.__file__).parent
    exporting = {
        ".".join(file.relative_to(folder).with_suffix("").parts)
        for file in folder.rglob("*.py")
        if "\ndef export(" in file.read_text("utf-8")
    }
    listed = [name for _, names in GROUPS for name in names]
    assert sorted(listed) == sorted(exporting)
    assert len({module.PATH for module in EXPORTS}) == len(listed)


@pytest.mark.parametrize("module", FORMATS)
def test_a_format_yields_the_files_it_names(module, small):
    paths = {output.path for output in module.export(small, NO_CONTEXT)}
    assert {module.PATH, *getattr(module, "PARTS", ())} <= paths


@pytest.mark.parametrize("module", FORMATS)
def test_a_format_is_described_in_a_sentence_with_its_media_type(module):
    assert module.DESCRIPTION.endswith(".")
    assert module.MEDIA_TYPE.count("/") == 1


def test_the_docs_are_those_of_the_modules_in_their_order():
    assert [(doc.path, doc.summary, doc.media_type) for doc in EXPORT_DOCS] == [
        (module.PATH, module.DESCRIPTION, module.MEDIA_TYPE) for module in EXPORTS
    ]


def test_exporting_twice_gives_equal_files(small_files, base):
    assert export_files(base) == small_files
