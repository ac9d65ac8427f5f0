"""Charts as inline SVG, drawn when the pages are rendered."""
