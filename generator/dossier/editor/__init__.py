"""The editors' commands. Those that change files plan the changes first, which are then made all or none."""
