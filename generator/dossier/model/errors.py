"""Why a command could not be carried out, in words for whoever gave it."""


class UserError(Exception):
    """Nothing was changed; the message says what stands in the way, with its place where it has one."""
