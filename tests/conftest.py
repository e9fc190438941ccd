"""Random texts are the same each time where CI asks for them, so that red means a change; elsewhere they are new.

No test is timed: a busy machine is no fault of the code.
"""

import os

from hypothesis import settings

settings.register_profile("anywhere", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "anywhere")
