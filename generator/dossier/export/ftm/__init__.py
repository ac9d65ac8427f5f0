"""The records as entities of FollowTheMoney: `export` writes the file, the other modules make the entities."""
