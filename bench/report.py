"""Writes docs/accuracy.md, docs/accuracy.json and docs/performance.md from what was measured."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from bench.app import AppFigures, CompareFigures
from bench.audits import AuditFigures
from bench.cuad import CuadScore
from bench.figures import Figures, micro, ratio
from bench.marks import MarksFigures
from bench.odd import OddOutcome
from bench.replay import ReplayFigures
from bench.speed import Speed
from bench.terms import TermsScore
from bench.twins import Twins
from bench.usage import UsageFigures

DOCS = Path(__file__).resolve().parent.parent / "docs"
NOTE = "<!-- Written by `make bench DATA=<folder>`; do not edit. -->\n\n"
# Published or measured by others on the same documents; see bench/README.md.
TERMS_BASELINES = (
    ("keyword list", "0.52"),
    ("TF-IDF and logistic regression fitted on 63 documents, vendors not seen", "0.65 to 0.66"),
    ("small transformer fine-tuned on 63 documents, vendors not seen", "0.70 to 0.74"),
    ("the rules before this reading, on the test fold", "0.733"),
    ("two annotators, 86 documents of this corpus", "0.960"),
)
CUAD_BASELINES = (
    ("keyword list", "0.72", "0.49 to 0.52"),
    ("a rule-based neighbour, clause by clause (precision 0.93, recall 0.42)", "0.58", "not known"),
    ("language models, as published", "not known", "about 0.64"),
)
STEPS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


def figure_rows(rows: dict[str, Figures]) -> str:
    """Return a table of checks: labelled places, findings, precision, recall, F1; all together last."""
    lines = ["| check | labelled | findings | P | R | F1 |", "|---|---:|---:|---:|---:|---:|"]
    for name, row in [*sorted(rows.items()), ("all together", micro(rows))]:
        findings = row.right + row.wrong
        lines.append(f"| {name} | {row.total} | {findings} | {row.precision:.2f} | {row.recall:.2f} | {row.f1:.3f} |")
    return "\n".join(lines) + "\n"


def terms_section(title: str, score: TermsScore) -> str:
    """Return the section of one set of labelled terms."""
    scored = [row.f1 for row in score.rows.values() if row.total]
    return (
        f"## {title}\n\n{score.documents} documents, {score.unanswered} without an answer. "
        f"Micro-F1 **{micro(score.rows).f1:.3f}**, macro-F1 {ratio(sum(scored), len(scored)):.3f}, who is bound right "
        f"{score.bound:.3f}, document-label agreement {score.jaccard:.3f}, quotes that are not in the document "
        f"{score.fabricated}.\n\n{figure_rows(score.rows)}\n"
    )


def headline(seen: TermsScore, crossed: dict[str, float], test: TermsScore) -> str:
    """Return the three figures side by side: seen, cross-validated by company, and the test fold, which counts."""
    rows = [
        ("documents", str(seen.documents), f"{crossed['documents']:.0f}", str(test.documents)),
        ("micro-F1", f"{micro(seen.rows).f1:.3f}", f"{crossed['micro_f1']:.3f}", f"**{micro(test.rows).f1:.3f}**"),
        ("macro-F1", f"{_macro(seen):.3f}", f"{crossed['macro_f1']:.3f}", f"**{_macro(test):.3f}**"),
        (
            "present or absent right, by document and check",
            f"{seen.verdicts_right:.3f}",
            f"{crossed['verdicts']:.3f}",
            f"**{test.verdicts_right:.3f}**",
        ),
        ("who is bound right", f"{seen.bound:.3f}", "", f"**{test.bound:.3f}**"),
        ("document-label agreement", f"{seen.jaccard:.3f}", "", f"**{test.jaccard:.3f}**"),
        ("quotes that are not in the document", str(seen.fabricated), "", f"**{test.fabricated}**"),
    ]
    lines = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return (
        "## Three figures, of which the last counts\n\n"
        "| | seen (fitted on) | by company, not seen | test fold, read by nobody |\n|---|---:|---:|---:|\n"
        f"{lines}\nSeen: the documents that the first rules were written with, fitted on too. By company: linear "
        "weights and thresholds that have not seen the company's documents (the frames have); only documents that "
        "the first rules were not written with. Test fold: companies set aside by a hash of their name before "
        "anything was tuned (`training/corpus.py`); none of them was in view when the rules were written.\n\n"
    )


def _macro(score: TermsScore) -> float:
    scored = [row.f1 for row in score.rows.values() if row.total]
    return ratio(sum(scored), len(scored))


def verdicts(title: str, score: TermsScore, names: Sequence[str]) -> str:
    """Return how often present and absent are right by document: what was missed and what was claimed."""
    lines = ["| check | have it, found | have it, missed | have it not, claimed | right |", "|---|---:|---:|---:|---:|"]
    for name in names:
        row = score.verdicts[name]
        share = ratio(row.right, score.documents)
        lines.append(f"| {name} | {row.found} | {row.missed} | {row.claimed} | {share:.3f} |")
    return f"## {title}\n\n" + "\n".join(lines) + "\n\n"


def learning_curve(points: Sequence[Sequence[float]]) -> str:
    """Return micro-F1 of the linear classifier of words against the number of labelled documents."""
    lines = "".join(f"| {documents:.0f} | {f1:.3f} |\n" for documents, f1 in points)
    return (
        "## What more labels would bring\n\nThe linear classifier on words alone, fitted on so many labelled documents "
        f"and asked about other companies:\n\n| labelled documents | micro-F1 |\n|---:|---:|\n{lines}\n"
    )


def reliability(title: str, score: TermsScore) -> str:
    """Return how often findings of a confidence are right."""
    lines = ["| confidence | findings | right |", "|---|---:|---:|"]
    for low, high in pairwise(STEPS):
        here = [right for confidence, right in score.confidences if low <= confidence < high]
        if here:
            lines.append(f"| {low:.2f} to {min(high, 1.0):.2f} | {len(here)} | {sum(here) / len(here):.2f} |")
    return f"## {title}\n\n" + "\n".join(lines) + "\n\n"


def cuad_section(title: str, score: CuadScore, *, brief: bool = False) -> str:
    """Return the section of one run over CUAD; `brief` leaves the tables out."""
    right, wanted = (sum(pair[n] for pair in score.facts.values()) for n in (0, 1))
    facts = ", ".join(f"{name} {ratio(*pair):.2f}" for name, pair in score.facts.items())
    head = (
        f"## {title}\n\n{score.documents} contracts, {score.unanswered} without an answer. Presence F1 "
        f"**{micro(score.presence).f1:.3f}**, spans F1 **{micro(score.spans).f1:.3f}**, facts right "
        f"**{ratio(right, wanted):.3f}** ({facts or 'none measured'}).\n\n"
    )
    tables = f"Presence:\n\n{figure_rows(score.presence)}\nSpans:\n\n{figure_rows(score.spans)}\n"
    return head if brief else head + tables


def odd_section(rows: Sequence[OddOutcome]) -> str:
    """Return how each damaged, locked, scanned or strange file ended."""
    lines = ["| file | pages | unread | outcomes | what the buyer is told |", "|---|---:|---:|---|---|"]
    lines += [f"| {r.name} | {r.pages} | {r.unread} | {r.outcome} | {_cell(r.sentence)} |" for r in rows]
    wrong = [r.name for r in rows if r.unread and " absent" in r.outcome]
    said = f"{len(rows)} files; {len(wrong)} with unread pages and a claim of absence."
    return f"## Damaged, locked, scanned and strange files\n\n{said}\n\n" + "\n".join(lines) + "\n\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def baselines() -> str:
    """Return what else was measured on the same documents."""
    terms = "\n".join(f"| {name} | {value} |" for name, value in TERMS_BASELINES)
    cuad = "\n".join(f"| {name} | {presence} | {spans} |" for name, presence, spans in CUAD_BASELINES)
    return (
        f"## Beside it\n\n| on the terms | micro-F1 |\n|---|---|\n{terms}\n\n"
        f"| on CUAD | presence F1 | spans F1 |\n|---|---|---|\n{cuad}\n\n"
    )


def write_accuracy(sections: Sequence[str], *, measured: str, checks: dict[str, Figures]) -> None:
    """Write the accuracy page, and the figures by check for the app's check pages."""
    head = f"# Accuracy\n\n{measured}\n\n"
    (DOCS / "accuracy.md").write_text(NOTE + head + "".join(sections).rstrip() + "\n", encoding="utf-8")
    figures = {
        name: {
            "precision": round(row.precision, 3),
            "recall": round(row.recall, 3),
            "places": row.total,
            "findings": row.right + row.wrong,
        }
        for name, row in sorted(checks.items())
    }
    text = json.dumps({"what": measured, "checks": figures}, indent=1)
    (DOCS / "accuracy.json").write_text(text + "\n", encoding="utf-8")


def write_performance(speed: Speed, app: AppFigures, compare: CompareFigures, *, measured: str) -> None:
    """Write the performance page; only the ratios are comparable between machines."""
    views = "".join(
        f"| Compare with eight vendors, {name}, median | {seconds:.1f} s |\n" for name, seconds in compare.views.items()
    )
    text = (
        f"# Performance\n\n{measured}\n\n| what | figure |\n|---|---:|\n"
        f"| PDF contracts read and checked | {speed.files} |\n"
        f"| pypdf's text extraction of the same files, one process | {speed.pypdf_seconds:.1f} s |\n"
        f"| whole analysis, `clausemark analyze`, all cores | {speed.analysis_seconds:.1f} s |\n"
        f"| **ratio of the two** | **{speed.ratio:.2f}** |\n"
        f"| reading, words a second, one process | {speed.reading_words:,.0f} |\n"
        f"| frames alone, words a second, one process | {speed.checks_words:,.0f} |\n"
        f"| with the linear classifiers, words a second, one process | {speed.fast_words:,.0f} |\n"
        f"| with the transformer as well, words a second, one process | {speed.full_words:,.0f} |\n"
        f"| scorecard PDF, warm, median | {speed.pdf_seconds:.2f} s |\n"
        f"| app: start to the first answer | {app.start_seconds:.1f} s |\n"
        f"| app: first page in a new browser | {app.page_seconds:.1f} s |\n"
        f"| app: memory of the server after the first page | {app.first_megabytes:.0f} MB |\n"
        f"| app: memory of a further session | {app.session_megabytes:.1f} MB |\n{views}\n"
        "The campaign replay: [performance-replay.md](performance-replay.md).\n\n"
        f"## The check of query logs\n\n{_log_check()}"
    )
    (DOCS / "performance.md").write_text(NOTE + text, encoding="utf-8")


def _log_check() -> str:
    """Return how the check of logs grows with their size: the section that was last measured with ONLY=usage."""
    page = DOCS / "accuracy-usage.md"
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    _, found, rest = text.partition("## By size, reported shape\n\n")
    return rest.partition("\n## ")[0] if found else "Not measured yet.\n"


def write_twins(twins: Twins, *, measured: str) -> None:
    """Write how the same terms score as Word, PDF and scans beside their Markdown."""
    rows = [
        ("Markdown", twins.markdown, None),
        ("Word", twins.word, twins.markdown),
        ("PDF", twins.pdf, twins.markdown),
        ("Markdown of the scanned ones", twins.few, None),
        ("150-dpi scans", twins.scans, twins.few),
    ]
    lines = "".join(_twin_row(name, score, beside) for name, score, beside in rows)
    text = (
        f"# Accuracy by file format\n\n{measured}\n\nThe labelled terms are written again as Word and PDF with the "
        "writers of the samples, a few of them as crooked, soft pictures of their pages, and scored with the same "
        "labels.\n\n"
        "| form | documents | micro-F1 | difference | quotes that are not in the document |\n"
        "|---|---:|---:|---:|---:|\n"
        f"{lines}\nA quote of a scan holds what was recognised; a misread letter makes it another text than the "
        "Markdown's, and counts as not in the document here.\n"
    )
    (DOCS / "accuracy-twins.md").write_text(NOTE + text, encoding="utf-8")


def _twin_row(name: str, score: TermsScore, beside: TermsScore | None) -> str:
    own = micro(score.rows).f1
    less = f"{own - micro(beside.rows).f1:+.3f}" if beside else ""
    return f"| {name} | {score.documents} | {own:.3f} | {less} | {score.fabricated} |\n"


def write_audits(audits: AuditFigures, *, measured: str) -> None:
    """Write what is read of the public audit reports beside the other accuracy figures."""
    share = 100 * audits.right / audits.facts
    misses = "".join(f"- {miss}\n" for miss in audits.misses) or "No miss.\n"
    right = f"Right: **{audits.right} of {audits.facts}** ({share:.0f} %)."
    text = (
        f"# Accuracy on audit reports\n\n{measured}\n\n{audits.reports} public WebTrust reports, five facts each: "
        f"auditor, first day, last day, opinion, matters. {right}\n\n{misses}\n"
        "The wording rules were written with these reports in view.\n"
    )
    (DOCS / "accuracy-audits.md").write_text(NOTE + text, encoding="utf-8")


def write_marks(marks: MarksFigures, *, measured: str) -> None:
    """Write how often marked data accuses wrongly, what a leak needs to be named, and what marking costs."""
    rates = "".join(
        f"| {rate.case} | {rate.level:g} | {rate.trials:,} | {rate.stated:.4f} | {rate.exact:.4f} | "
        f"{rate.low:.4f} to {rate.high:.4f} |\n"
        for rate in marks.false_rates
    )
    powers = "".join(
        f"| {power.change} | {power.read:.0%} | {power.agree:.0%} | {power.rows_80 or 'more than 200'} | "
        f"{power.rows_95 or 'more than 200'} |\n"
        for power in marks.powers
    )
    mixed = "".join(f"| {name} | {both:.0%} | {larger:.0%} |\n" for name, both, larger in marks.mixed)
    accused, tests = sum(power.accused for power in marks.powers), sum(power.tests for power in marks.powers)
    text = (
        f"# Accuracy on marked data\n\n{measured}\n\nContracts cut into {marks.records:,} records of 84 words, "
        f"marked for ten recipients (no invented records): {marks.sites:,} distinct places.\n\n"
        "## False accusations\n\nOne recipient, whose key nobody used. Stated: p as reported. Exact: with ties drawn "
        "by lot, to hit the level. The interval is Clopper and Pearson's, 95 %; a missed one is repeated with 60,000 "
        "trials.\n\n| suspect | level | trials | stated | exact | interval |\n|---|---:|---:|---:|---:|---:|\n"
        f"{rates}\n"
        "## Rows needed to name the recipient\n\nTen recipients, p for all at most 0.001; 60 draws for each number of "
        f"rows. Innocent recipients named in these {tests:,} tests: {accused}. Random replacement stands in for "
        "paraphrase; no model's paraphrase was tried.\n\n| change | places read | agree | power 0.8 | power 0.95 |\n"
        f"|---|---:|---:|---:|---:|\n{powers}\n"
        "## Two copies mixed, 400 rows\n\n| shares | both named | the larger named |\n|---|---:|---:|\n"
        f"{mixed}\n## What marking changes\n\nRows changed {marks.changed_rows:.1%}, words {marks.changed_words:.2%}; "
        f"rows with a changed number {marks.changed_numbers}; exact duplicates {marks.duplicates[0]} before and "
        f"{marks.duplicates[1]} after.\n"
    )
    (DOCS / "accuracy-marks.md").write_text(NOTE + text, encoding="utf-8")


def write_usage(usage: UsageFigures, *, measured: str) -> None:
    """Write which planted campaigns are found, what is not, and how long the check takes."""
    rows = "".join(
        f"| {each.name} | {' / '.join(f'{r:.3f}' for r in each.recall)} | "
        f"{' / '.join(f'{r:.2%}' for r in each.false)} |\n"
        for each in usage.campaigns
    )
    sizes = "".join(
        f"| {size.rows / 1e6:.1f} | {size.accounts:,} | {size.seconds:.0f} | "
        f"{1e6 * size.seconds / size.rows:.1f} | {size.recall:.3f} | {size.false:.2%} |\n"
        for size in usage.sizes
    )
    baselines = "".join(f"| {name} | {recall:.3f} |\n" for name, recall in usage.baselines)
    traces = "".join(f"| {name} | {count:,} | {highest} |\n" for name, count, highest in usage.traces)
    text = (
        f"# Accuracy and speed of the log check\n\n{measured}\n\nMade-up traffic of 45 days with a planted campaign "
        "(25,000 accounts and 28.8 million requests among 75,000 honest accounts at full size), from fingerprints. "
        "Generator and detectors were written by the same hand: real traffic will differ. Tuned on seeds 1, 11 and 12; "
        "reported are seeds 21 / 22.\n\n## Planted campaigns, at 6 % of the full size\n\nAccounts at medium or high. "
        f"Honest traffic alone: {' / '.join(f'{r:.2%}' for r in usage.honest)} false alarms.\n\n"
        f"| campaign | recall | false alarms |\n|---|---:|---:|\n{rows}\n"
        "## By size, reported shape\n\n"
        "| million rows | accounts | seconds | seconds a million | recall | false alarms |\n"
        f"|---:|---:|---:|---:|---:|---:|\n{sizes}\nPeak memory of the process, the generator included: "
        f"{usage.peak:,.0f} MB. Reading raw prompts comes before and is done once: {usage.reading:,.0f} prompts a "
        "second on two shared cores.\n\n## Baselines, reported shape at 6 %, 0.5 % false alarms\n\n"
        f"| method | recall |\n|---|---:|\n{baselines}\n## Real traces\n\nTwo hours, without accounts or prompts: "
        f"only time detectors apply.\n\n| trace | rows | highest level |\n|---|---:|---|\n{traces}"
    )
    (DOCS / "accuracy-usage.md").write_text(NOTE + text, encoding="utf-8")


def write_replay(replay: ReplayFigures, *, measured: str) -> None:
    """Write the page on the speed of the campaign replay."""
    text = (
        f"# Performance of the campaign replay\n\n{measured} One core.\n\n| what | figure |\n|---|---:|\n"
        f"| share stopped, exact | {1000 * replay.exact_seconds:.1f} ms |\n"
        f"| a million accounts, 100 simulated runs | {replay.million_seconds:.1f} s |\n"
        f"| cheapest plan of an attacker who adapts | {1000 * replay.adapt_seconds:.0f} ms |\n"
        f"| eight vendors replayed, 400 simulated runs each | {replay.vendors_seconds:.1f} s |\n"
    )
    (DOCS / "performance-replay.md").write_text(NOTE + text, encoding="utf-8")
