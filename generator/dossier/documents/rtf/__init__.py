"""An RTF document as HTML: its tokens, the encodings of its letters, and its body."""
