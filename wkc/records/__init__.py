"""The nouns of the register as frozen records, each with the word of the law."""

from wkc.records.held import *
from wkc.records.person import *
from wkc.records.reglement import *
from wkc.records.rights import *
from wkc.records.work import *
