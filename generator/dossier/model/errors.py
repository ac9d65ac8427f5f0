"""The base class of the errors that a command reports in one line, without a traceback."""


class UserError(Exception):
    """A command could not do what was asked. The message says why and what to do, with the location if there is one."""
