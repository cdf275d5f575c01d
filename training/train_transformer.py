"""Fine-tunes MiniLM on labelled blocks and exports it as int8 ONNX with its tokenizer and calibration.

    python -m training.train_transformer --data DATA --weights MINILM --out FOLDER [--hold-out 0]

Needs torch, transformers and onnx, which the product does not: install them in an environment of their own. MINILM
is a folder with config.json, model.safetensors and tokenizer.json of all-MiniLM-L6-v2 (Apache-2.0; SHA-256 of the
weights 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db). `--hold-out N` keeps the vendors of fold N
out of the training and writes their predictions; without it every vendor is trained on.
"""

import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from transformers import AutoConfig, AutoModel, PreTrainedTokenizerFast

from training.examples import Example, load_examples

LONGEST = 224
CONTEXT = 72
BATCH = 16
EPOCHS = 4
BODY_RATE, HEAD_RATE = 8e-5, 2e-3
MOST_WEIGHT = 8.0
KEPT_UNLABELLED = 0.5  # share of the unlabelled blocks seen in each pass
SEED = 20260101


class Scorer(nn.Module):
    """Mean of the last layer, one output a label."""

    def __init__(self, folder: Path, labels: int) -> None:
        super().__init__()
        self.body = AutoModel.from_pretrained(folder, config=AutoConfig.from_pretrained(folder))
        self.head = nn.Linear(self.body.config.hidden_size, labels)
        self.dropout = nn.Dropout(0.1)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
        """Return logits [batch, labels] for token ids, attention mask and segment ids [batch, length]."""
        states = self.body(input_ids=ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        weight = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weight).sum(1) / weight.sum(1).clamp(min=1)
        return self.head(self.dropout(mean))


def encode(tokenizer: PreTrainedTokenizerFast, example: Example) -> tuple[list[int], list[int]]:
    """Return token ids and segment ids: heading and lead-in first, then the block."""
    context = tokenizer.encode(example.context, add_special_tokens=False)[-CONTEXT:]
    text = tokenizer.encode(example.text, add_special_tokens=False)[: LONGEST - 3 - len(context)]
    ids = [tokenizer.cls_token_id, *context, tokenizer.sep_token_id, *text, tokenizer.sep_token_id]
    return ids, [0] * (len(context) + 2) + [1] * (len(text) + 1)


def padded(rows: list[tuple[list[int], list[int]]]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return ids, mask and segments padded to the longest row."""
    longest = max(len(ids) for ids, _ in rows)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    mask, types = torch.zeros_like(ids), torch.zeros_like(ids)
    for n, (row, segment) in enumerate(rows):
        ids[n, : len(row)] = torch.tensor(row)
        types[n, : len(row)] = torch.tensor(segment)
        mask[n, : len(row)] = 1
    return ids, mask, types


def batches(order: list[int], lengths: list[int], rng: random.Random) -> list[list[int]]:
    """Return batches of similar length in random order."""
    order = sorted(order, key=lambda n: lengths[n] + rng.random() * 8)
    groups = [order[n : n + BATCH] for n in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    return groups


def train(args: argparse.Namespace) -> None:
    """Train, predict the vendors held out, and export."""
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    rng = random.Random(SEED)
    examples = load_examples(args.data)
    labels = sorted({name for example in examples for name in example.labels})
    tokenizer = PreTrainedTokenizerFast.from_pretrained(args.weights)
    rows = [encode(tokenizer, example) for example in examples]
    lengths = [len(ids) for ids, _ in rows]
    truth = torch.tensor([[float(name in example.labels) for name in labels] for example in examples])
    seen = [n for n, example in enumerate(examples) if args.hold_out is None or example.fold != args.hold_out]
    positive = truth[seen].sum(0)
    weight = ((len(seen) - positive) / positive.clamp(min=1)).sqrt().clamp(max=MOST_WEIGHT)
    model = Scorer(args.weights, len(labels))
    groups = [
        {"params": model.body.parameters(), "lr": BODY_RATE},
        {"params": model.head.parameters(), "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    loss_of = nn.BCEWithLogitsLoss(pos_weight=weight)
    per_pass = sum(bool(examples[n].labels) for n in seen) + int(
        KEPT_UNLABELLED * sum(not examples[n].labels for n in seen)
    )
    steps = EPOCHS * math.ceil(per_pass / BATCH)
    warm = steps // 10
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / max(1, warm), max(0.0, (steps - step) / max(1, steps - warm)))
    )
    began = time.time()
    for epoch in range(EPOCHS):
        model.train()
        order = [n for n in seen if examples[n].labels or rng.random() < KEPT_UNLABELLED]
        total = 0.0
        for number, group in enumerate(batches(order, lengths, rng)):
            ids, mask, types = padded([rows[n] for n in group])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=args.bf16):
                logits = model(ids, mask, types)
            loss = loss_of(logits.float(), truth[group])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
            if number % 50 == 0:
                print(
                    f"pass {epoch} step {number} loss {total / (number + 1):.4f} {time.time() - began:.0f} s",
                    flush=True,
                )
        torch.save(model.state_dict(), args.out / "checkpoint.pt")
    export(model, labels, args.out)
    held = [n for n, example in enumerate(examples) if example.fold == args.hold_out]
    if held:
        predict(model, rows, held, labels, truth, args.out)


def predict(model: Scorer, rows: list, held: list[int], labels: list[str], truth: torch.Tensor, out: Path) -> None:
    """Write the probabilities and labels of the vendors held out, for thresholds and calibration."""
    model.eval()
    found = np.zeros((len(held), len(labels)), dtype=np.float32)
    order = sorted(range(len(held)), key=lambda n: len(rows[held[n]][0]))
    with torch.no_grad():
        for start in range(0, len(order), 32):
            group = order[start : start + 32]
            found[group] = torch.sigmoid(model(*padded([rows[held[n]] for n in group]))).numpy()
    np.savez_compressed(out / "held_out.npz", index=np.array(held), probability=found, truth=truth[held].numpy())


def export(model: Scorer, labels: list[str], out: Path) -> None:
    """Write the model as int8 ONNX and the label order as JSON."""
    from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: PLC0415 - training only

    model.eval()
    example = padded([([101, 2017, 102, 2003, 102], [0, 0, 0, 1, 1])] * 2)
    axes = {name: {0: "batch", 1: "length"} for name in ("ids", "mask", "types")}
    torch.onnx.export(
        model,
        example,
        str(out / "scorer.fp32.onnx"),
        input_names=["ids", "mask", "types"],
        output_names=["logits"],
        dynamic_axes=axes | {"logits": {0: "batch"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(out / "scorer.fp32.onnx", out / "scorer.onnx", weight_type=QuantType.QInt8)
    (out / "scorer.fp32.onnx").unlink()
    (out / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Read the arguments and train."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("--data", type=Path, required=True)
    asks.add_argument("--weights", type=Path, required=True)
    asks.add_argument("--out", type=Path, required=True)
    asks.add_argument("--hold-out", type=int)
    asks.add_argument("--threads", type=int, default=2)
    asks.add_argument("--bf16", action="store_true")
    args = asks.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    train(args)


if __name__ == "__main__":
    main()
