"""Parts of the reader of presentations (PPTX)."""
