"""One reader per document format; `dossier.documents.reading` lists them."""
