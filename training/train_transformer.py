"""Fine-tunes MiniLM on the labelled blocks of the work folds and exports it as int8 ONNX.

    python -m training.train_transformer --data DATA --weights MINILM --out FOLDER

Needs torch, transformers and onnx, which the product does not: install them in an environment of their own. MINILM
is a folder with config.json, model.safetensors and tokenizer.json of all-MiniLM-L6-v2 (Apache-2.0; SHA-256 of the
weights 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db). The companies of HELD_OUT are kept out of the
training: training/blend.py fits on their log odds, which `FOLDER/network.npz` holds. The test fold is not read at all.
"""

import argparse
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from transformers import AutoConfig, AutoModel, PreTrainedTokenizerFast

from clauses.classifier import Candidate
from training.corpus import LABELS, labelled
from training.examples import load_documents

HELD_OUT = 4
LONGEST = 168  # word pieces
CONTEXT = 40
BATCH = 16
EPOCHS = 3
BODY_RATE, HEAD_RATE = 1e-4, 2e-3
MOST_WEIGHT = 6.0
KEPT_UNLABELLED = 0.4  # share of the unlabelled blocks seen in each pass
SEED = 1
WIDTH = 384  # of the network's last layer
Encoded = tuple[list[int], list[int]]


@dataclass(slots=True)
class Corpus:
    """All examples of the work folds in order: their pieces, labels and folds."""

    rows: list[Encoded]
    truth: torch.Tensor
    folds: np.ndarray


class Scorer(nn.Module):
    """Mean of the last layer, one output a label; the word vectors stay as they are."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(folder, config=AutoConfig.from_pretrained(folder))
        self.head = nn.Linear(WIDTH, len(LABELS))
        self.dropout = nn.Dropout(0.1)
        for part in (self.body.embeddings, self.body.pooler):
            for weight in part.parameters():
                weight.requires_grad = False

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """Return logits [batch, labels] for token ids, attention mask and segment ids [batch, length]."""
        states = self.body(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        weight = mask.unsqueeze(-1).to(states.dtype)
        return self.head(self.dropout((states * weight).sum(1) / weight.sum(1)))


def encode(tokenizer: PreTrainedTokenizerFast, candidate: Candidate) -> Encoded:
    """Return token ids and segment ids: heading and lead-in first, then the block."""
    context = tokenizer.encode(f"{candidate.heading} {candidate.lead_in}".strip(), add_special_tokens=False)[-CONTEXT:]
    text = tokenizer.encode(candidate.text, add_special_tokens=False)[: LONGEST - 3 - len(context)]
    ids = [tokenizer.cls_token_id, *context, tokenizer.sep_token_id, *text, tokenizer.sep_token_id]
    return ids, [0] * (len(context) + 2) + [1] * (len(text) + 1)


def padded(rows: list[Encoded]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return ids, mask and segments padded to the longest row."""
    longest = max(len(ids) for ids, _ in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
    for n, (row, segment) in enumerate(rows):
        ids[n, : len(row)] = torch.tensor(row)
        types[n, : len(row)] = torch.tensor(segment)
        mask[n, : len(row)] = 1
    return ids, mask, types


def batches(order: list[int], rows: list[Encoded], rng: random.Random) -> list[list[int]]:
    """Return batches of similar length in random order."""
    order = sorted(order, key=lambda n: len(rows[n][0]) + rng.random() * 8)
    groups = [order[n : n + BATCH] for n in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    return groups


def load(data: Path, weights: Path) -> Corpus:
    """Return the work folds as the network reads them."""
    tokenizer = PreTrainedTokenizerFast.from_pretrained(weights)
    documents = list(load_documents(each for each in labelled(data) if not each.is_test))
    examples = [each for document in documents for each in document.examples]
    folds = np.repeat([d.source.fold for d in documents], [len(d.examples) for d in documents])
    truth = torch.tensor([[float(label in each.labels) for label in LABELS] for each in examples])
    return Corpus([encode(tokenizer, each.candidate) for each in examples], truth, folds)


def train(corpus: Corpus, weights: Path) -> Scorer:
    """Return the network, fine-tuned on all work folds but the one held out."""
    rng = random.Random(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)  # the same sums in the same order, whatever the machine
    seen = [n for n, fold in enumerate(corpus.folds) if fold != HELD_OUT]
    labelled_ = corpus.truth.sum(1) > 0
    positive = corpus.truth[seen].sum(0)
    weight = ((len(seen) - positive) / positive.clamp(min=1)).sqrt().clamp(max=MOST_WEIGHT)
    model = Scorer(weights)
    body = [each for each in model.body.parameters() if each.requires_grad]
    groups = [{"params": body, "lr": BODY_RATE}, {"params": model.head.parameters(), "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    per_pass = int(sum(labelled_[n].item() + KEPT_UNLABELLED * (not labelled_[n]) for n in seen))
    steps = EPOCHS * math.ceil(per_pass / BATCH)
    warm = steps // 10
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / max(1, warm), max(0.0, (steps - step) / max(1, steps - warm)))
    )
    loss_of = nn.BCEWithLogitsLoss(pos_weight=weight)
    began = time.time()
    for epoch in range(EPOCHS):
        model.train()
        order = [n for n in seen if labelled_[n] or rng.random() < KEPT_UNLABELLED]
        for number, group in enumerate(batches(order, corpus.rows, rng)):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(*padded([corpus.rows[n] for n in group]))
            loss = loss_of(logits.float(), corpus.truth[group])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            if number % 100 == 0:
                print(f"pass {epoch} step {number} loss {loss.item():.4f} {time.time() - began:.0f} s", flush=True)
    return model


def export(model: Scorer, out: Path) -> None:
    """Write the network as int8 ONNX."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415 - training only

    model.eval()
    example = padded([([101, 2017, 102, 2003, 102], [0, 0, 0, 1, 1])] * 2)
    axes = {name: {0: "batch", 1: "length"} for name in ("ids", "mask", "types")}
    whole = out / "transformer.fp32.onnx"
    torch.onnx.export(
        model,
        example,
        str(whole),
        input_names=["ids", "mask", "types"],
        output_names=["logits"],
        dynamic_axes=axes | {"logits": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(whole, out / "transformer.onnx", weight_type=QuantType.QInt8)
    whole.unlink()


def main() -> None:
    """Read the arguments, train and export; training/network_odds.py then asks the exported network."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("--data", type=Path, required=True)
    asks.add_argument("--weights", type=Path, required=True)
    asks.add_argument("--out", type=Path, required=True)
    args = asks.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    export(train(load(args.data, args.weights), args.weights), args.out)


if __name__ == "__main__":
    main()
