"""The site while it is edited: kept in memory, and each page made when a browser asks for it."""
