"""Measures at how many companies each frame is right, and writes the number into the check files.

    python -m training.support --data DATA

Only labelled documents of the work folds are asked. A frame that two companies do not support is named: it goes, or is
marked `todo` with a reason.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from bench.terms import read_labels
from clauses.checks import LEAST_SUPPORT
from clauses.engine import read_sentences
from clauses.parties import names_of
from clauses.registry import BY_ID
from documents.read import read_document
from training.corpus import LABELS, Labelled, labelled
from training.examples import covered_blocks

CLAUSES = Path(__file__).resolve().parent.parent / "clauses"
Frame = tuple[str, str]


def support(documents: Iterable[Labelled]) -> dict[Frame, int]:
    """Return for each frame of the labelled checks the number of companies at which it is right."""
    # Each frame is asked alone, so that a surer one does not hide it.
    alone = [(c, replace(BY_ID[c], frames=(frame,))) for c in LABELS for frame in BY_ID[c].frames]
    names = [(check_id, check.frames[0].id) for check_id, check in alone]
    companies: dict[Frame, set[str]] = defaultdict(set)
    for each in documents:
        document = read_document(each.text.read_bytes(), each.text.name)
        labels, covers = read_labels(each.labels), covered_blocks(document, each.text)
        read = read_sentences(document, tuple(check for _, check in alone), names_of(document.blocks))
        for sentence, matches in read.sentences:
            blocks = covers.get(sentence.block.number, frozenset())
            for number, match in matches:
                if not match.why_not and any(names[number][0] in labels.get(block, {}) for block in blocks):
                    companies[names[number]].add(each.company)
    return {name: len(companies[name]) for name in names}


def write(found: dict[Frame, int]) -> list[str]:
    """Write the numbers into the check files, and return the frames that too few companies support."""
    weak = []
    for (check_id, frame_id), count in found.items():
        path = CLAUSES / BY_ID[check_id].family / f"{check_id}.toml"
        text = path.read_text(encoding="utf-8")
        pattern = re.compile(rf'(\[\[frames\]\]\nid = "{frame_id}"\n(?:(?!\[\[).*\n?)*?support = )\d+')
        path.write_text(pattern.sub(rf"\g<1>{count}", text), encoding="utf-8")
        if count < LEAST_SUPPORT:
            weak.append(f"{check_id}: {frame_id} ({count})")
    return weak


def main() -> None:
    """Read the arguments, measure and write."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("--data", type=Path, required=True)
    args = asks.parse_args()
    for line in write(support(each for each in labelled(args.data) if not each.is_test)):
        print(line)


if __name__ == "__main__":
    main()
