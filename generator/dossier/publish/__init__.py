"""The built site: moved into place atomically, with the headers and the error page that a host needs."""
