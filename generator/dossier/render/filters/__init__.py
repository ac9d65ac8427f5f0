"""Filters of the templates: pure functions from records, citations and dates to Markdown or HTML."""
