"""What a page tells programs of itself: its tags for search engines and for previews, its linked data."""
