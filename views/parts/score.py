"""The head of a scorecard: the ruler, the answer in a sentence, and the gates that hold it back."""

import streamlit as st

from reports.model import ScorecardPage
from reports.words import whole
from scoring.model import Assessment
from views.charts import Bar, labelled_bars, score_ruler, tornado
from views.messages import plain


def score_header(page: ScorecardPage, assessment: Assessment) -> None:
    """Show the score on its ruler, in words, and what holds it back."""
    score_ruler(assessment)
    answer = page.answer
    st.markdown(f"**{plain(answer.sentence)}** {plain(answer.coverage)} {plain(answer.extent)}")
    if answer.remark:
        st.markdown(plain(answer.remark))
    for gate in page.gates:
        st.badge(gate.effect, icon=":material/lock:", color="red")
        st.markdown(f"{plain(gate.why)} {plain(gate.lifts)}")


def family_bars(page: ScorecardPage, assessment: Assessment) -> None:
    """Show the points of each family: filled what was earned, plain what was lost, dashed what is undecided."""
    by_heading = dict(zip([family.heading for family in page.families], assessment.families, strict=True))
    bars = [
        Bar(
            label=f"{section.heading}: {_points(by_heading[section.heading].points)} of "
            f"{by_heading[section.heading].weight:g} points",
            value=by_heading[section.heading].points,
            whole=by_heading[section.heading].decided,
            undecided=by_heading[section.heading].weight - by_heading[section.heading].decided,
        )
        for section in page.families
    ]
    labelled_bars(bars, alt_text="Points by family: " + "; ".join(bar.label for bar in bars))
    st.caption("Filled: points earned. Plain: points lost. Dashed: could not be decided.")


def ask_bars(page: ScorecardPage, assessment: Assessment) -> None:
    """Show which gaps cost most, largest first, with what they make together."""
    lost = sorted(
        (
            (result.title, result.criterion.weight - result.points)
            for result in assessment.results
            if result.points is not None and result.criterion.weight - result.points > 0.01
        ),
        key=lambda pair: -pair[1],
    )[:10]
    if not lost:
        st.markdown("No gaps against this policy.")
        return
    total = sum(r.criterion.weight - r.points for r in assessment.results if r.points is not None)
    bars, together = [], 0.0
    for title, cost in lost:
        together += cost
        bars.append(Bar(label=f"{title}: +{_points(cost)}, together {100 * together / total:.0f} %", value=cost))
    labelled_bars(bars, alt_text="Gaps by the points they cost: " + "; ".join(bar.label for bar in bars[:3]))
    for ask in page.asks:
        st.markdown(f"- {plain(ask)}")


def firmness(assessment: Assessment) -> None:
    """Show how far each open review could move the score."""
    weight = sum(result.criterion.weight for result in assessment.results if result.points is not None)
    open_reviews = [r for r in assessment.results if r.open_review and r.points is not None and r.high > r.low]
    if not open_reviews or assessment.score is None:
        st.markdown("Nothing is open: the score stands as it is.")
        return
    rows = []
    for result in sorted(open_reviews, key=lambda r: r.low - r.high)[:10]:
        points = result.points or 0.0
        low = assessment.score - 100 * (points - result.low) / weight
        high = assessment.score + 100 * (result.high - points) / weight
        rows.append((f"{result.title}: {whole(low)} to {whole(high)}", low, high))
    tornado(rows, score=assessment.score, alt_text="How far each open review could move the score: " + rows[0][0])
    st.caption("Dashed line: the score now. Each bar: where it would go if that review went the other way.")


def _points(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
