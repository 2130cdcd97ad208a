"""The words of a request as a person chooses them: each with what it means."""

from wkc.cli.forms.guided.desk import choices
from wkc.sentences import decision, request
from wkc.sentences.sentence import for_question

KINDS = choices(request.KINDS)
METHODS = choices(request.METHODS)
DOCUMENTS = choices(request.DOCUMENTS)
DECISIONS = choices(decision.DECISIONS)
REFUSALS = for_question(decision.REFUSALS)
REASONS = for_question(request.WHY)
