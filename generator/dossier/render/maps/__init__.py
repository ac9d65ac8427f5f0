"""Maps drawn when the pages are made: Natural Earth's shapes as SVG, with marks and names."""
