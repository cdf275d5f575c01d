"""All charts: Altair, labels above their bars, readable in grey, in light and dark."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import wrap
from typing import Literal

import altair as alt
import pandas as pd
import streamlit as st

from reports.words import whole
from scoring.model import Assessment
from vendors.cost import Offer

ROW = 42  # pixels a bar with its label above
LABEL = 13
LINE = 17  # pixels a further line of a label
NARROW = 46  # characters of a label that fit a phone


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """Colours of a chart in one theme."""

    text: str
    quiet: str
    bar: str
    missed: str
    edge: str
    low_side: str
    heat: tuple[str, str]
    heat_text: tuple[str, str]


LIGHT = Paint(
    text="#1A2330",
    quiet="#4F5B6B",
    bar="#1F6F9F",
    missed="#C9D3DD",
    edge="#7C8899",
    low_side="#B25E00",
    heat=("#EAF3F9", "#0B4468"),
    heat_text=("#1A2330", "#FFFFFF"),
)
DARK = Paint(
    text="#E7ECF1",
    quiet="#A9B4C0",
    bar="#6AA9CD",
    missed="#3A4754",
    edge="#75828F",
    low_side="#F0C674",
    heat=("#1E2A35", "#8FD0F5"),
    heat_text=("#E7ECF1", "#12171D"),
)


def paint() -> Paint:
    """Return the colours of the theme that the reader has chosen."""
    return DARK if st.context.theme.type == "dark" else LIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar from 0 to `value` of `whole`, or from `low` to `high`; `undecided` is drawn empty behind it."""

    label: str
    value: float
    whole: float = 0.0
    undecided: float = 0.0


def _rows(bars: Sequence[Bar]) -> pd.DataFrame:
    rows = [
        {"order": n, "label": bar.label, "value": bar.value, "whole": bar.whole, "all": bar.whole + bar.undecided}
        for n, bar in enumerate(bars)
    ]
    return pd.DataFrame(rows)


def labelled_bars(bars: Sequence[Bar], *, alt_text: str) -> None:
    """Draw bars with their label and number above them, on one common scale."""
    colours = paint()
    data = _rows(bars)
    y = alt.Y("order:O", axis=None)
    top = max(float(data[["all", "value"]].max().max()), 0.01)
    x = alt.X("value:Q", axis=None, scale=alt.Scale(domain=[0, top]))
    base = alt.Chart(data).encode(y=y)
    empty = (
        base.transform_filter(alt.datum.all > alt.datum.whole + 0.01)
        .mark_bar(height=12, yOffset=8, fill=None, stroke=colours.edge, strokeDash=[3, 3], strokeWidth=0.8)
        .encode(x=alt.X("all:Q", axis=None, scale=alt.Scale(domain=[0, top])))
    )
    missed = base.mark_bar(height=12, yOffset=8, color=colours.missed, stroke=colours.edge, strokeWidth=0.8).encode(
        x=alt.X("whole:Q", axis=None)
    )
    bar = base.mark_bar(height=12, yOffset=8, color=colours.bar).encode(x=x)
    text = base.mark_text(align="left", baseline="bottom", dy=-4, fontSize=LABEL, color=colours.text, limit=520).encode(
        x=alt.value(0), text="label:N"
    )
    layers = [empty, missed, bar, text] if float(data["whole"].max()) > 0 else [bar, text]
    _draw(alt.layer(*layers).properties(height=ROW * len(bars)), alt_text)


def tornado(rows: Sequence[tuple[str, float, float]], *, score: float, alt_text: str) -> None:
    """Draw how far the score could move with each open review: (label, low score, high score)."""
    colours = paint()
    data = pd.DataFrame(
        [{"order": n, "label": label, "low": low, "high": high} for n, (label, low, high) in enumerate(rows)]
    )
    scale = alt.Scale(domain=[min(float(data["low"].min()), score) - 1, max(float(data["high"].max()), score) + 1])
    base = alt.Chart(data).encode(y=alt.Y("order:O", axis=None))
    data["score"] = score
    data["label"] = ["\n".join(wrap(label, NARROW)) for label in data["label"]]
    lines = 1 + int(data["label"].str.count("\n").max())
    low = base.mark_bar(height=12, yOffset=8, color=colours.low_side).encode(
        x=alt.X("low:Q", axis=None, scale=scale), x2="score:Q"
    )
    high = base.mark_bar(height=12, yOffset=8, color=colours.bar).encode(
        x=alt.X("high:Q", axis=None, scale=scale), x2="score:Q"
    )
    line = (
        alt.Chart(pd.DataFrame({"score": [score]}))
        .mark_rule(strokeDash=[4, 3], color=colours.text)
        .encode(x=alt.X("score:Q", axis=None, scale=scale))
    )
    text = base.mark_text(
        align="left", baseline="bottom", dy=-4 - LINE * (lines - 1), fontSize=LABEL, color=colours.text, lineBreak="\n"
    ).encode(x=alt.value(0), text="label:N")
    _draw(alt.layer(low, high, line, text).properties(height=(ROW + LINE * (lines - 1)) * len(rows)), alt_text)


def score_ruler(assessment: Assessment) -> None:
    """Draw the bands as boxes with letters, a tick at the score, and a bar for the range it could take."""
    colours = paint()
    edges = sorted(assessment.bands, key=lambda band: band.from_score)
    ends = [band.from_score for band in edges[1:]] + [100.0]
    bands = pd.DataFrame(
        [
            {
                "from": band.from_score,
                "to": end,
                "letter": band.letter,
                "mid": (band.from_score + end) / 2,
                "low": 3,
                "high": 6,
            }
            for band, end in zip(edges, ends, strict=True)
        ]
    )
    x = alt.Scale(domain=[0, 100])
    y = alt.Scale(domain=[0, 10])
    box = (
        alt.Chart(bands)
        .mark_rect(fill=colours.missed, fillOpacity=0.35, stroke=colours.edge)
        .encode(x=alt.X("from:Q", axis=None, scale=x), x2="to:Q", y=alt.Y("low:Q", axis=None, scale=y), y2="high:Q")
    )
    letter = (
        alt.Chart(bands)
        .mark_text(fontSize=14, color=colours.text)
        .encode(x=alt.X("mid:Q", axis=None, scale=x), y=alt.datum(4.5, scale=y), text="letter:N")
    )
    layers = [box, letter]
    if assessment.score is not None:
        mark = pd.DataFrame(
            [
                {
                    "score": assessment.score,
                    "low": assessment.low,
                    "high": assessment.high,
                    "text": whole(assessment.score),
                }
            ]
        )
        tick = (
            alt.Chart(mark)
            .mark_rule(color=colours.text, strokeWidth=3)
            .encode(x=alt.X("score:Q", axis=None, scale=x), y=alt.datum(2.4, scale=y), y2=alt.datum(7.2))
        )
        number = (
            alt.Chart(mark)
            .mark_text(fontSize=20, fontWeight=600, color=colours.text)
            .encode(x=alt.X("score:Q", axis=None, scale=x), y=alt.datum(8.7, scale=y), text="text:N")
        )
        span = (
            alt.Chart(mark)
            .mark_bar(height=6, color=colours.bar)
            .encode(x=alt.X("low:Q", axis=None, scale=x), x2="high:Q", y=alt.datum(1.2, scale=y))
        )
        layers += [tick, number, span]
    words = "no score yet" if assessment.score is None else f"{whole(assessment.score)} of 100"
    _draw(alt.layer(*layers).properties(height=110), f"Score ruler: {words}, band {assessment.band or 'none'}")


def heat_map(
    rows: Sequence[tuple[str, str, float | None]], *, columns: Sequence[str], alt_text: str, key: str = "family_heat"
) -> str | None:
    """Draw a grid of (row, column, percent); return the row that was clicked. An undecided cell shows a dash."""
    colours = paint()
    data = pd.DataFrame(
        [{"row": r, "column": c, "value": v, "text": "–" if v is None else f"{v:.0f}"} for r, c, v in rows]
    )
    order = list(dict.fromkeys(r for r, _, _ in rows))
    pick = alt.selection_point(name="cell", fields=["row"])
    base = alt.Chart(data).encode(
        x=alt.X("column:N", sort=list(columns), axis=_axis(colours, orient="top")),
        y=alt.Y("row:N", sort=order, axis=_axis(colours, orient="left")),
    )
    cell = base.mark_rect(stroke=colours.edge, strokeWidth=0.6).encode(
        color=alt.Color("value:Q", scale=alt.Scale(domain=[0, 100], range=list(colours.heat)), legend=None)
    )
    number = base.mark_text(fontSize=14).encode(
        text="text:N",
        color=alt.condition(alt.datum.value > 55, alt.value(colours.heat_text[1]), alt.value(colours.heat_text[0])),
    )
    chart = alt.layer(cell, number).add_params(pick).properties(height=38 * len(order) + 40)
    state = st.altair_chart(chart, width="stretch", theme=None, on_select="rerun", key=key, alt=alt_text)
    cells = state.selection.get("cell") if state else None
    return str(cells[0]["row"]) if cells else None


def _axis(colours: Paint, *, orient: Literal["top", "left", "bottom"], times: str = "") -> alt.Axis:
    return alt.Axis(
        format=times or alt.Undefined,
        title=None,
        orient=orient,
        labelColor=colours.text,
        labelFontSize=12,
        labelAngle=0,
        labelLimit=220,
        ticks=False,
        domain=False,
    )


def _draw(chart: alt.LayerChart | alt.FacetChart, alt_text: str) -> None:
    framed = chart.configure(background="transparent", view=alt.ViewConfig(stroke=None))
    st.altair_chart(framed, width="stretch", theme=None, alt=alt_text)


def limit_curve(points: Sequence[tuple[float, float]], *, used: float, alt_text: str) -> None:
    """Draw the percent stopped against a limit in queries a day; a dashed line stands where the campaign was."""
    colours = paint()
    data = pd.DataFrame([{"limit": limit, "stopped": stopped} for limit, stopped in points])
    x = alt.X("limit:Q", scale=alt.Scale(type="log", nice=False), axis=_axis(colours, orient="bottom"))
    y = alt.Y("stopped:Q", scale=alt.Scale(domain=[0, 100]), axis=_axis(colours, orient="left"))
    line = alt.Chart(data).mark_line(color=colours.bar, strokeWidth=2.5).encode(x=x, y=y)
    rule = (
        alt.Chart(pd.DataFrame({"limit": [used]})).mark_rule(strokeDash=[4, 3], color=colours.text).encode(x="limit:Q")
    )
    _draw(alt.layer(line, rule).properties(height=220), alt_text)


def offers_chart(offers: Sequence[Offer], best: Sequence[Offer], *, measure: str) -> None:
    """Draw vendors by dollars a year and protection; those on the frontier are filled, all carry their name."""
    colours = paint()
    data = pd.DataFrame(
        [{"vendor": one.vendor, "cost": one.cost, "protection": one.protection, "best": one in best} for one in offers]
    )
    x = alt.X(
        "cost:Q",
        scale=alt.Scale(domain=[0, 1.15 * max(one.cost for one in offers) or 1]),
        axis=_axis(colours, orient="bottom"),
    )
    y = alt.Y("protection:Q", scale=alt.Scale(domain=[0, 105]), axis=_axis(colours, orient="left"))
    fill = alt.condition("datum.best", alt.value(colours.bar), alt.value("transparent"))
    base = alt.Chart(data).encode(x=x, y=y)
    points = base.mark_point(size=130, color=colours.bar, strokeWidth=2, opacity=1).encode(fill=fill)
    names = base.mark_text(dy=-14, fontSize=LABEL, color=colours.text).encode(text="vendor:N")
    spoken = "; ".join(f"{one.vendor}: {one.cost:,.0f} dollars a year, {one.protection:.0f}" for one in offers)
    _draw(alt.layer(points, names).properties(height=300), f"{measure} against dollars a year: {spoken}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A period with the words that stand above it."""

    label: str
    first: date
    last: date


def spans_chart(spans: Sequence[Span], *, on: date, alt_text: str) -> None:
    """Draw periods one below the other on a common time axis, with a line at a day; a single day is a short bar."""
    colours = paint()
    rows = [
        {"order": n, "label": one.label, "first": one.first.isoformat(), "last": (one.last + timedelta(3)).isoformat()}
        for n, one in enumerate(spans)
    ]
    data = pd.DataFrame(rows)
    y = alt.Y("order:O", axis=None)
    x = alt.X("first:T", axis=_axis(colours, orient="bottom", times="%b %Y"))
    bars = alt.Chart(data).mark_bar(height=12, yOffset=8, color=colours.bar).encode(y=y, x=x, x2="last:T")
    names = alt.Chart(data).mark_text(align="left", baseline="bottom", dy=-4, fontSize=LABEL, color=colours.text)
    line = alt.Chart(pd.DataFrame({"day": [on.isoformat()]})).mark_rule(strokeDash=[4, 3], color=colours.text)
    layers = alt.layer(bars, names.encode(y=y, x=alt.value(0), text="label:N"), line.encode(x="day:T"))
    _draw(layers.properties(height=ROW * len(spans) + 30), alt_text)
