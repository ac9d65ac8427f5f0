"""How a page or a source is written in bibliographies."""
