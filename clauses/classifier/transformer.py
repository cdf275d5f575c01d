"""A small transformer that reads a block as words in order, with its heading and lead-in before it.

The network is all-MiniLM-L6-v2 (Apache-2.0), fine-tuned by training/train_transformer.py on the labelled blocks of the
work folds and written as int8 ONNX: plain data, no training library at run time.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from clauses.classifier.model import Candidate, Numbers

onnxruntime.disable_telemetry_events()  # the second lock; the first is in documents/telemetry.py

WEIGHTS = Path(__file__).resolve().parent / "weights"
LONGEST = 168  # word pieces, as in training
LONGEST_CONTEXT = 40
BATCH = 16
CLS, SEP = 101, 102  # the pieces that open a passage and end a segment
Pieces = tuple[list[int], list[int]]


class Transformer:
    """The fine-tuned network; the same candidates always give the same log odds."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        columns = json.loads((weights / "terms.json").read_text(encoding="utf-8"))["checks"]
        self.checks: tuple[str, ...] = tuple(name for name in columns if ":" not in name)
        self._tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(weights / "transformer.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def odds(self, candidates: Sequence[Candidate]) -> Numbers:
        """Return the log odds [candidates, checks] before calibration."""
        pieces = [self._pieces(candidate) for candidate in candidates]
        order = sorted(range(len(pieces)), key=lambda n: len(pieces[n][0]))
        found = np.zeros((len(pieces), len(self.checks)), dtype=np.float32)
        for start in range(0, len(order), BATCH):
            group = order[start : start + BATCH]
            found[group] = self._run([pieces[n] for n in group])
        return found

    def _pieces(self, candidate: Candidate) -> Pieces:
        context = self._ids(f"{candidate.heading} {candidate.lead_in}".strip())[-LONGEST_CONTEXT:]
        text = self._ids(candidate.text)[: LONGEST - 3 - len(context)]
        ids = [CLS, *context, SEP, *text, SEP]
        return ids, [0] * (len(context) + 2) + [1] * (len(text) + 1)

    def _ids(self, text: str) -> list[int]:
        return list(self._tokenizer.encode(text, add_special_tokens=False).ids)

    def _run(self, rows: Sequence[Pieces]) -> Numbers:
        longest = max(len(ids) for ids, _ in rows)
        ids = np.zeros((len(rows), longest), dtype=np.int64)
        mask, types = np.zeros_like(ids), np.zeros_like(ids)
        for number, (row, segment) in enumerate(rows):
            ids[number, : len(row)] = row
            types[number, : len(row)] = segment
            mask[number, : len(row)] = 1
        said = self._session.run(None, {"ids": ids, "mask": mask, "types": types})[0]
        return np.asarray(said, dtype=np.float32)


@lru_cache(maxsize=1)
def load_transformer() -> Transformer:
    """Return the network of this process; loaded at first use."""
    return Transformer()
