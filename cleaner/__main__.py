"""`python -m cleaner`: the same as the command `cleaner`."""

import sys

from cleaner.cli import run

if __name__ == "__main__":
    sys.exit(run())
