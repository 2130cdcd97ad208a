"""All that can go wrong: a class, its exit code, one sentence what happened, one what to do.

No text names a personal value: a fact that goes into a sentence is a path, a field code, a number or a code.
"""

from wkc.errors.families import *
from wkc.errors.given import *
from wkc.errors.register import *
from wkc.errors.session import *
from wkc.errors.terminal import *
from wkc.errors.vault import *
