"""Classifiers: what gives a passage of a document its probability of carrying a check's clause.

One protocol, two implementations: `linear` weighs words, governed words and fired frames; `transformer` is a small
fine-tuned network that reads what the linear one is unsure of. `clauses/decide.py` says what their numbers mean.
"""

from clauses.classifier.model import Candidate, Classifier, Numbers, Unit

__all__ = ["Candidate", "Classifier", "Numbers", "Unit"]
