"""The built site, published: swapped into place, with the headers and the error page a host needs."""
