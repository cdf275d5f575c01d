"""Writes `clauses/classifier/weights/manifest.toml`: which weights ship, how they are made, and from which labels.

python -m training.manifest
"""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from clauses.classifier.linear import WEIGHTS
from training.corpus import LABEL_FILES, SETS, TEST_FOLD, company_of, fold_of

COMMANDS = {
    "terms.json": "python -m training.train_terms --data DATA",
    "terms.npz": "python -m training.train_terms --data DATA",
    "contracts.json": "python -m training.train_contracts --data DATA",
    "contracts.npz": "python -m training.train_contracts --data DATA",
    "transformer.onnx": "python -m training.train_transformer --data DATA --weights MINILM --out FOLDER",
    "tokenizer.json": "the tokenizer of all-MiniLM-L6-v2 (Apache-2.0), unchanged",
    "blend.json": "python -m training.blend --unseen UNSEEN.npz --network NETWORK.npz",
}


def corpus_hash() -> str:
    """Return a hash over the label files of the work folds: other labels, another hash."""
    digest = sha256()
    for path in _work_files():
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _work_files() -> Iterable[Path]:
    for part in SETS:
        for path in sorted((LABEL_FILES / part).glob("*.tsv")):
            if fold_of(company_of(path.stem)) != TEST_FOLD:
                yield path


def manifest(weights: Path = WEIGHTS) -> str:
    """Return the manifest of a folder of weights; raise KeyError for a file that no command makes."""
    lines = ["# Written by `python -m training.manifest`; the analysis version is a hash over it.\n"]
    lines.append(f'corpus = "{corpus_hash()}"\n')
    for path in sorted(weights.iterdir()):
        if path.suffix != ".toml":
            digest = sha256(path.read_bytes()).hexdigest()
            lines.append(
                f'\n[[weights]]\nfile = "{path.name}"\nsha256 = "{digest}"\ncommand = "{COMMANDS[path.name]}"\n'
            )
    return "".join(lines)


if __name__ == "__main__":
    (WEIGHTS / "manifest.toml").write_text(manifest(), encoding="utf-8")
