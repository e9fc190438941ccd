"""The one exception users see: a sentence that says what happened and what to do."""


class CleanerError(Exception):
    """Something the user can mend. The message is one sentence; `exit_code` is what the command ends with.

    >>> raise CleanerError("notes.txt is a folder; name the files in it")
    Traceback (most recent call last):
    ...
    cleaner.errors.CleanerError: notes.txt is a folder; name the files in it
    """

    exit_code = 3


class UsageError(CleanerError):
    """The call itself is wrong (an option, a rule file, a rule id): nothing was read."""

    exit_code = 2
