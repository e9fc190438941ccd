"""Random texts are the same each time where CI asks for them, so that red means a change; elsewhere they are new."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
