"""Documents go in, come back byte for byte through rotation and restore, and are gone for real with the dossier."""

from tests.faults import documents
from tests.stage import Stage


def test_documents_come_back_as_they_were_and_leave_no_chunk_behind(stage: Stage) -> None:
    assert documents.trial(stage, 3, 600_000).startswith("3 documents")
