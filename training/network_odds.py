"""Asks the exported transformer about the companies that it was not trained on, for training/blend.py.

    python -m training.network_odds --data DATA --out NETWORK.npz

Uses the int8 network that the product runs, from `clauses/classifier/weights/`.
"""

import argparse
from pathlib import Path

import numpy as np

from clauses.classifier.transformer import Transformer
from training.corpus import LABELS, labelled
from training.examples import load_documents

HELD_OUT = 4  # as in training/train_transformer.py, which needs libraries that this module does not


def main() -> None:
    """Read the arguments, ask and write."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("--data", type=Path, required=True)
    asks.add_argument("--out", type=Path, required=True)
    args = asks.parse_args()
    documents = list(load_documents(each for each in labelled(args.data) if not each.is_test))
    held = np.array([d.source.fold == HELD_OUT for d in documents for _ in d.examples])
    candidates = [each.candidate for d in documents if d.source.fold == HELD_OUT for each in d.examples]
    odds = np.zeros((len(held), len(LABELS)), dtype=np.float32)
    odds[held] = Transformer().odds(candidates)
    np.savez_compressed(args.out, odds=odds, held=held)


if __name__ == "__main__":
    main()
