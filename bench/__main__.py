"""`python -m bench DATA [--only PART] [--on DATE]`: measure, and write the accuracy and performance pages of docs/."""

import argparse
import json
from pathlib import Path

from bench import report
from bench.app import measure_app, measure_compare
from bench.audits import measure_audits
from bench.cuad import analyse_texts, held_out, pdf_stems, score_cuad
from bench.figures import Figures
from bench.marks import measure_marks
from bench.odd import odd_outcomes
from bench.replay import measure_replay
from bench.speed import measure_speed
from bench.terms import TermsScore, score_labelled, score_terms
from bench.twins import score_twins
from bench.usage import measure_usage
from clauses.registry import CHECKS
from clauses.version import ANALYSIS_VERSION
from training.corpus import LABELS, labelled
from workflow.version import TOOL_VERSION

# What training measured on companies that were not seen: training/crossed.py.
FIGURES = Path(__file__).resolve().parent.parent / "training" / "figures.json"
PARTS = ("accuracy", "audits", "twins", "marks", "usage", "speed", "replay")


def main() -> None:
    """Read the arguments, measure the parts, write the pages."""
    asks = argparse.ArgumentParser(description=__doc__)
    asks.add_argument("data", type=Path, help="folder with terms, labels, cuad, ... (bench/README.md)")
    asks.add_argument("--only", choices=PARTS)
    asks.add_argument("--on", default="", help="date to write into the pages")
    args = asks.parse_args()
    on = f" on {args.on}" if args.on else ""
    measured = (
        f"Measured{on} with `make bench DATA=<folder>`: version {TOOL_VERSION}, analysis {ANALYSIS_VERSION}, "
        f"{len(CHECKS)} checks."
    )
    if args.only in (None, "accuracy"):
        _accuracy(args.data, measured)
    if args.only in (None, "audits"):
        report.write_audits(measure_audits(args.data / "audits"), measured=measured)
    if args.only in (None, "twins"):
        report.write_twins(score_twins(args.data), measured=measured)
    if args.only in (None, "marks"):
        report.write_marks(
            measure_marks(args.data / "cuad"),
            measured=f"Measured{on} with `make bench DATA=<folder> ONLY=marks`: version {TOOL_VERSION}.",
        )
    if args.only in (None, "usage"):
        report.write_usage(
            measure_usage(args.data / "usage"),
            measured=f"Measured{on} with `make bench DATA=<folder> ONLY=usage`: version {TOOL_VERSION}.",
        )
    if args.only in (None, "replay"):
        report.write_replay(measure_replay(), measured=measured)
    if args.only in (None, "speed"):
        report.write_performance(measure_speed(args.data / "cuad"), measure_app(), measure_compare(), measured=measured)


def _accuracy(data: Path, measured: str) -> None:
    corpus = labelled(data)
    test = score_labelled([each for each in corpus if each.is_test])
    seen = score_labelled([each for each in corpus if each.part == "terms"])
    crossed = json.loads(FIGURES.read_text(encoding="utf-8"))
    twins_of = pdf_stems(data / "cuad")
    texts = analyse_texts(data / "cuad", lambda name: held_out(name) or Path(name).stem in twins_of)
    unseen = score_cuad(data / "cuad", chosen=held_out, run=texts)
    sections = [
        report.headline(seen, crossed, test),
        report.terms_section("The test fold", test),
        report.verdicts("The test fold by document", test, LABELS),
        report.reliability("Is the confidence right? (test fold)", test),
        report.baselines(),
        report.learning_curve(crossed["curve"]),
        report.cuad_section("CUAD, the third held out", unseen),
    ]
    if (data / "html").exists():
        twins = score_terms([(data / "html", data / "labels")], suffix=".html", source=data / "terms")
        sections.append(report.terms_section("The same terms as HTML pages", twins))
    if (data / "cuad" / "contracts").exists():
        same = score_cuad(data / "cuad", chosen=lambda name: Path(name).stem in twins_of, run=texts)
        sections.append(report.cuad_section("CUAD, PDF contracts", score_cuad(data / "cuad", pdf=True)))
        sections.append(report.cuad_section("CUAD, the same contracts as texts", same, brief=True))
    sections.append(report.odd_section(odd_outcomes([data / "odd", data / "audits"])))
    report.write_accuracy(sections, measured=measured, checks=dict(unseen.spans) | _by_check(test))


def _by_check(*scores: TermsScore) -> dict[str, Figures]:
    names = {name for score in scores for name in score.rows}
    return {name: sum((score.rows[name] for score in scores if name in score.rows), Figures()) for name in names}


if __name__ == "__main__":
    main()
