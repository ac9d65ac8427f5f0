"""`python -m dossier` does as `dossier` does."""

import sys

from dossier.cli import main

if __name__ == "__main__":
    sys.exit(main())
