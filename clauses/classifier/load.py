"""Which classifiers read a document, as the setting says."""

from clauses.classifier.blend import load_blend
from clauses.classifier.linear import load_linear
from clauses.classifier.model import Classifier
from clauses.model import Reach


def load_classifiers(reach: Reach) -> tuple[Classifier, ...]:
    """Return the classifiers of terms and of contracts: none, the linear ones, or with the transformer behind them."""
    if reach is Reach.OFF:
        return ()
    terms: Classifier = load_blend() if reach is Reach.FULL else load_linear("terms")
    return terms, load_linear("contracts")
