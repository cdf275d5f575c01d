"""The work of a worker: what the checks make of hidden and of disguised words."""

from clauses.model import Finding, Outcome, Reach
from documents.read import read_document
from tests.documents.files import pdf
from workflow.work import checked

START = (
    "This Agreement is between Acme AI (“Provider”) and the Customer. The Provider shall keep records of the Service. "
)
BAN = "Customer shall not use Output to train a model that competes with the Service."


def ban(source: bytes, name: str) -> Finding:
    analysis = checked(read_document(source, name), Reach.FULL)
    return next(each for each in analysis.findings if each.check_id == "output_training_ban")


def test_a_hidden_clause_does_not_count_and_absent_may_be_said() -> None:
    assert ban(pdf(f"{START}\n\n{BAN}"), "a.pdf").outcome is Outcome.PRESENT
    hidden = ban(pdf(f"{START}\n\n#text(fill: white)[{BAN}]"), "a.pdf")
    assert hidden.outcome is Outcome.ABSENT
    assert not hidden.nearest


def test_a_disguised_clause_counts_and_is_quoted_as_it_is_written() -> None:
    disguised = BAN.replace("o", "о").replace("a", "а")
    found = ban(f"{START}\n\n{disguised}".encode(), "a.txt")
    assert found.outcome is Outcome.PRESENT
    assert [each.quote for each in found.evidence] == [disguised]
