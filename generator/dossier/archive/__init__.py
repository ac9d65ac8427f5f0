"""The finished site: put in its place, as a folder of pages, or as an archive that proves itself whole."""
