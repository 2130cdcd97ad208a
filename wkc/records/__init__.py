"""The nouns of the register as frozen records, each with the word of the law."""

from wkc.records.agenda import *
from wkc.records.backup import *
from wkc.records.disclosure import *
from wkc.records.health import *
from wkc.records.held import *
from wkc.records.ledger import *
from wkc.records.letter import *
from wkc.records.notice import *
from wkc.records.person import *
from wkc.records.reglement import *
from wkc.records.request import *
from wkc.records.retention import *
from wkc.records.rights import *
from wkc.records.term import *
from wkc.records.work import *
