"""All that a report template may read: the page data of a scorecard and of a comparison.

Every field is a finished word, sentence or number, so that HTML, PDF, Excel and CSV say the same thing. Texts are
plain (no markup) and printable. A test asserts that each template reads exactly these fields.
"""

from dataclasses import dataclass

from reports.sections import ComparedControl, ComparedCost, ComparedExposure, ComparedRanking


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A verdict as it is shown: `key` picks the colour, `sign` and `word` say it without colour."""

    key: str
    sign: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The exact words of a document, where they stand, and what they say of parties, force and numbers."""

    words: str
    document: str
    place: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorLine:
    """One factor of a criterion's points: its name, number, reason, and what it rests on.

    `rests_on` is words in quotation marks, "the first quote" when it is all of it, or "".
    """

    name: str
    value: str
    because: str
    rests_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionRow:
    """One criterion of the policy and how it came out.

    `outcome` is "Found", "Not found", "Could not read", "Found, but the other way round" and so on; `searched` says
    which documents and pages were read for it, `waits_for` what would decide it; `product` is the sum behind `points`
    ("10 × 1 × 0.6 = 6 points"). `second_look` and `decisions` say who looked at it. Each may be empty. `quotes` are
    those to show, the one that counts first; `further` are the rest, which only Excel holds.
    """

    check_id: str
    name: str
    question: str
    wanted: str
    critical: bool
    mark: Mark
    outcome: str
    points: str
    proof: str
    product: str
    factors: tuple[FactorLine, ...]
    quotes: tuple[Quote, ...]
    further: tuple[Quote, ...]
    searched: str
    message: str
    waits_for: str
    second_look: str
    decisions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilySection:
    """A family of criteria; `earned`, `lost` and `undecided` are shares of its weight (0 to 1, sum 1)."""

    heading: str
    label: str
    earned: float
    lost: float
    undecided: float
    rows: tuple[CriterionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """A criterion that lost points: what was found, what it cost, and what to ask the vendor for."""

    name: str
    critical: bool
    mark: Mark
    found: str
    cost: str
    ask_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GateLine:
    """A failed gate: what it does to the band, which one, and what lifts it."""

    effect: str
    why: str
    lifts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BandBox:
    """One band on the ruler, from `start` to `end` of 0 to 100."""

    letter: str
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """The score on the scale of bands; `at` is None without a score, `low` and `high` bound what it could become."""

    boxes: tuple[BandBox, ...]
    at: float | None
    low: float
    high: float
    described: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The first thing a reader sees: the score, the band, how much could be decided, how firm it is, what was read."""

    score: str
    band: str
    sentence: str
    coverage: str
    extent: str
    basis: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndecidedLine:
    """A criterion that could not be decided: why, and what it waits for."""

    name: str
    reason: str
    waits_for: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """A criterion that waits for a second look, why, and what the look could change."""

    name: str
    reason: str
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLine:
    """Something that you, the customer, must not do, in the contract's own words."""

    name: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofRow:
    """One protection with its three kinds of proof: the words and where they stand, or "–"."""

    name: str
    promised: str
    audited: str
    stated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One document that was used: what it is, how completely it was read, and its SHA-256."""

    name: str
    kind: str
    pages: str
    reading: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One line of what this was made with: a label and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedLine:
    """A critical criterion that was found, and who verified it: a reviewer, two layers of the tool, or nobody yet."""

    criterion: str
    verified_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFact:
    """One fact of an audit report and where it stands; `quotes` holds its words where the value does not say them."""

    label: str
    value: str
    place: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TestedControl:
    """One protection that the auditor tested: by how many tests of which controls, and the result in words."""

    protection: str
    tests: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCheck:
    """Something seen in a report, and what to ask the auditor or vendor."""

    seen: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditPage:
    """One audit report of the vendor. `counts` says whether it is proof on the day of the assessment, or why not."""

    heading: str
    counts: str
    facts: tuple[AuditFact, ...]
    tested: tuple[TestedControl, ...]
    to_check: tuple[ToCheck, ...]
    yours: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRow:
    """One thing to ask the vendor for: what it gains, the wording to start from, what would do, when to walk away."""

    name: str
    gain: str
    why: str
    wording: str
    acceptable: str
    walk_away: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScorecardPage:
    """A vendor's scorecard, in the order in which it is read. `on` is ISO, `date` is written out."""

    language: str
    title: str
    vendor: str
    on: str
    date: str
    answer: Answer
    ruler: Ruler
    gates: tuple[GateLine, ...]
    biggest_heading: str
    biggest: tuple[GapLine, ...]
    asks: tuple[str, ...]
    families: tuple[FamilySection, ...]
    gaps: tuple[GapLine, ...]
    undecided: tuple[UndecidedLine, ...]
    duties: tuple[DutyLine, ...]
    proofs: tuple[ProofRow, ...]
    proof_gaps: tuple[str, ...]
    audits: tuple[AuditPage, ...]
    wordings: tuple[AskRow, ...]
    verified: tuple[VerifiedLine, ...]
    reviews: tuple[ReviewLine, ...]
    documents: tuple[DocumentRow, ...]
    versions: tuple[VersionLine, ...]
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorColumn:
    """One vendor at the head of a comparison."""

    vendor: str
    date: str
    score: str
    band: str
    coverage: str
    extent: str
    gate: str
    critical_gaps: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedCell:
    """How one criterion came out for one vendor; `quotes` holds the best quote, if there is one."""

    mark: Mark
    outcome: str
    points: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One criterion across the vendors, in their order; `differs` when the verdicts are not all the same."""

    check_id: str
    name: str
    critical: bool
    differs: bool
    cells: tuple[ComparedCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedFamily:
    """A family across the vendors: the share of points of each ("80 %" or "–"), then its criteria."""

    heading: str
    shares: tuple[str, ...]
    rows: tuple[ComparedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedProof:
    """One protection across the vendors: "Audited", "Promised", "Stated" or "None" for each."""

    name: str
    proofs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonPage:
    """Two or more vendors under one policy version, in the order in which it is read.

    `columns` are those with documents that were read; `sides` name all, also those of which only published facts are
    known, in the order of controls, cost and exposure. `notes` are the reader's own paragraphs.
    """

    language: str
    title: str
    on: str
    date: str
    answer: str
    columns: tuple[VendorColumn, ...]
    families: tuple[ComparedFamily, ...]
    proofs: tuple[ComparedProof, ...]
    versions: tuple[VersionLine, ...]
    notice: str
    sides: tuple[str, ...]
    exposure: ComparedExposure | None = None
    controls: tuple[ComparedControl, ...] = ()
    cost: ComparedCost | None = None
    ranking: ComparedRanking | None = None
    notes: tuple[str, ...] = ()
