"""The editors' commands: add, locate, new, rename, format. They plan changes of files, which are made all or none."""
