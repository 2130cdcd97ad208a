"""All that can go wrong: a class, its exit code, one sentence what happened, one what to do.

No text names a personal value: a fact that goes into a sentence is a path, a field code, a number or a code.
"""

from wkc.errors.backup import *
from wkc.errors.correction import *
from wkc.errors.disclosure import *
from wkc.errors.families import *
from wkc.errors.form import *
from wkc.errors.given import *
from wkc.errors.leaving import *
from wkc.errors.ledger import *
from wkc.errors.letter import *
from wkc.errors.person import *
from wkc.errors.register import *
from wkc.errors.reglement import *
from wkc.errors.request import *
from wkc.errors.retention import *
from wkc.errors.rights import *
from wkc.errors.session import *
from wkc.errors.terminal import *
from wkc.errors.vault import *
