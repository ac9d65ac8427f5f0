"""The head of each page: tags for search engines and link previews, and JSON-LD."""
