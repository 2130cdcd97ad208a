"""The nouns of the register as frozen records, each with the word of the law."""

from wkc.records.backup import *
from wkc.records.health import *
from wkc.records.held import *
from wkc.records.ledger import *
from wkc.records.work import *
