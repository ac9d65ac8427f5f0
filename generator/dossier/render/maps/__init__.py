"""Maps drawn at build time: Natural Earth's countries as SVG, with markers and labels."""
