"""Data for the browser as a script: pages opened from a folder can load scripts, but no JSON."""

import json
from typing import Any


def script(name: str, data: Any) -> str:
    """A classic script that makes `data` known as `dossier.<name>`.

    All ASCII, which browsers read twice as quickly; nothing in it can end a script that it is put into.
    """
    written = json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")
    return f"(self.dossier ??= {{}}).{name} = {written};\n"
