"""Loads the trained scorer from plain-data weights (ONNX, JSON) and scores passages; no training library at run time.

The model is all-MiniLM-L6-v2 (Apache-2.0), fine-tuned by training/train_transformer.py and calibrated on vendors that
it has not seen by training/calibrate.py. A passage is read as two segments: heading and lead-in, then the block.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from clauses.second_layer import Passage

WEIGHTS = Path(__file__).resolve().parent / "weights"
LONGEST = 224  # word pieces, as in training
LONGEST_CONTEXT = 72
BATCH = 16
CLS, SEP = 101, 102  # the pieces that open a passage and end a segment
Pieces = tuple[list[int], list[int]]
Logits = npt.NDArray[np.float64]
onnxruntime.disable_telemetry_events()  # the second lock; the first is in documents/telemetry.py


class TrainedScorer:
    """The fine-tuned model with its calibration; the same passages always give the same probabilities."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        read = json.loads((weights / "calibration.json").read_text(encoding="utf-8"))
        self._labels: list[str] = read["labels"]
        rows = [read["calibration"][label] for label in self._labels]
        self._slope = np.array([row["slope"] for row in rows])
        self._intercept = np.array([row["intercept"] for row in rows])
        self._thresholds = {label: row["threshold"] for label, row in zip(self._labels, rows, strict=True)}
        self._tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(weights / "scorer.onnx"), options, providers=["CPUExecutionProvider"]
        )

    @property
    def thresholds(self) -> Mapping[str, float]:
        """Check id -> the probability from which on the scorer adds evidence by itself."""
        return self._thresholds

    def score(self, passages: Sequence[Passage]) -> list[Mapping[str, float]]:
        """Return the calibrated probability of each check's clause for each passage, in the order given."""
        calibrated = 1 / (1 + np.exp(-(self._slope * self.logits(passages) + self._intercept)))
        return [dict(zip(self._labels, (round(float(value), 4) for value in row), strict=True)) for row in calibrated]

    def logits(self, passages: Sequence[Passage]) -> Logits:
        """Return the model's own log odds [passages, labels], before calibration."""
        pieces = [self._pieces(passage) for passage in passages]
        order = sorted(range(len(pieces)), key=lambda n: len(pieces[n][0]))
        found = np.zeros((len(pieces), len(self._labels)))
        for start in range(0, len(order), BATCH):
            group = order[start : start + BATCH]
            found[group] = self._run([pieces[n] for n in group])
        return found

    def _pieces(self, passage: Passage) -> Pieces:
        context = self._tokenizer.encode(passage.context, add_special_tokens=False).ids[-LONGEST_CONTEXT:]
        room = LONGEST - 3 - len(context)
        text = self._tokenizer.encode(passage.text, add_special_tokens=False).ids[:room]
        return [CLS, *context, SEP, *text, SEP], [0] * (len(context) + 2) + [1] * (len(text) + 1)

    def _run(self, rows: Sequence[Pieces]) -> Logits:
        longest = max(len(ids) for ids, _ in rows)
        ids = np.zeros((len(rows), longest), dtype=np.int64)
        mask, types = np.zeros_like(ids), np.zeros_like(ids)
        for n, (row, segments) in enumerate(rows):
            ids[n, : len(row)], mask[n, : len(row)], types[n, : len(row)] = row, 1, segments
        found: Logits = self._session.run(["logits"], {"ids": ids, "mask": mask, "types": types})[0]
        return found


@lru_cache(maxsize=1)
def load_scorer() -> TrainedScorer:
    """Return the scorer of this process; loaded at first use."""
    return TrainedScorer()
