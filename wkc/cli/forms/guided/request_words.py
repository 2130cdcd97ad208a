"""The words of a request as a person chooses them: each with what it means."""

from wkc.cli.forms.guided.desk import words_of
from wkc.sentences import decision, request
from wkc.sentences.sentence import for_question

KINDS = words_of(*for_question(request.KINDS).items())
METHODS = words_of(*for_question(request.METHODS).items())
DOCUMENTS = words_of(*for_question(request.DOCUMENTS).items())
DECISIONS = words_of(*for_question(decision.DECISIONS).items())
REFUSALS = for_question(decision.REFUSALS)
REASONS = for_question(request.WHY)
