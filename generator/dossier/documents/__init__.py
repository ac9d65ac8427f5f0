"""Reads documents as people have them, such as web pages and PDFs, into a text whose places are known."""
