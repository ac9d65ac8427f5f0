"""An OpenDocument text (ODT) as HTML: its styles, its lists and their numbers, and its body."""
