"""An e-book (EPUB): its contents in their order, its table of contents, and its pages as HTML."""
