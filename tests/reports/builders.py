"""Invented assessments for the report tests: typical (50 criteria), hostile, minimal and empty."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from clauses.model import (
    ClauseCheck,
    Evidence,
    ExceptionKind,
    Family,
    Finding,
    Force,
    Layer,
    Outcome,
    Party,
    Unit,
    Value,
)
from documents.model import Block, BlockKind, Document, DocumentFormat, DocumentKind
from scoring.model import (
    Action,
    Assessment,
    Band,
    ControlProof,
    Criterion,
    CriterionResult,
    Decision,
    DecisionReason,
    Factor,
    FamilyResult,
    Gate,
    Proof,
    Source,
    Verdict,
    Wanted,
)

ON = date(2026, 11, 24)
TERMS, USE, DPA, AUDIT, SCAN = (f"{n:x}" * 64 for n in (1, 2, 3, 4, 5))
BANDS = tuple(Band(letter=x, from_score=y) for x, y in zip("ABCDE", (85.0, 70.0, 55.0, 40.0, 0.0), strict=True))

TITLES: dict[Family, tuple[str, ...]] = {
    Family.ANTI_DISTILLATION: (
        "Ban on training with output",
        "Ban on model extraction",
        "Ban on scraping",
        "Ban on competing products",
        "Ban on eliciting hidden reasoning",
        "Permission to distil",
        "Warranty of model provenance",
        "Warranty of model routing",
        "Written list of permitted training uses",
    ),
    Family.ACCESS_AND_QUOTAS: (
        "Usage limits",
        "Ban on circumventing limits",
        "Account integrity",
        "Access eligibility",
        "Ban on resale",
        "Notice of quota changes",
        "Batch interface",
    ),
    Family.DETECTION_AND_RESPONSE: (
        "Usage monitoring",
        "Enforcement",
        "Incident notice",
        "Extraction tests",
        "Preservation of logs",
        "Fair enforcement",
    ),
    Family.TRACEABILITY: ("Watermarking", "Data retention"),
    Family.YOUR_DATA: (
        "Ban on training with your data",
        "Right to train on your data",
        "Confidentiality",
        "Ownership of output",
    ),
    Family.ASSURANCE: (
        "Audit report",
        "Audit right",
        "Security measures",
        "Flow-down to third parties",
    ),
    Family.REMEDIES: (
        "Indemnity for intellectual property",
        "Limit of liability",
        "Injunctive relief",
        "Survival",
        "Unilateral change of terms",
        "Notice of model changes",
    ),
    Family.COMMERCIAL_TERMS: (
        "Governing law",
        "Termination for convenience",
        "Renewal term",
        "Notice of renewal",
        "Ban on assignment",
        "Change of control",
        "Insurance",
        "Liquidated damages",
        "Length of warranty",
        "Assignment of intellectual property",
        "Source code escrow",
        "Minimum commitment",
    ),
}

QUOTES = (
    "Customer shall not, and shall not permit any third party to, use Output to train, fine-tune or distil any model "
    "that competes with the Service, except with Northwind’s prior written consent.",
    "Northwind will notify Customer of a Security Incident without undue delay and in any event within 72 hours after "
    "becoming aware of it.",
    "Requests are limited to 1,000 per minute and organisation; Northwind may lower the limit on thirty (30) days’ "
    "notice.",
    "Each party will protect the other party’s Confidential Information with at least reasonable care for five years "
    "after this Agreement ends.",
    "Northwind may use Customer Content to improve its models unless Customer opts out in the console.",
)
HEADINGS = ("4.2 Use of Output", "9.1 Incidents", "6. Limits", "11. Confidentiality", "5.3 Service improvement")


def document(identity: str = TERMS, name: str = "Northwind Master Terms.pdf", *, pages: int = 31) -> Document:
    """A document whose blocks are the five invented quotes, one a page."""
    blocks = tuple(
        Block(number=n, kind=BlockKind.PARAGRAPH, text=text, heading_path=("Terms", HEADINGS[n]))
        for n, text in enumerate(QUOTES)
    )
    return Document(
        id=identity,
        name=name,
        format=DocumentFormat.PDF if name.endswith("pdf") else DocumentFormat.HTML,
        kind=DocumentKind.CONTRACT,
        title=name,
        language="en",
        page_count=pages,
        blocks=blocks,
        recognised_pages=(2, 3),
    )


def evidence(n: int = 0, *, document_id: str = TERMS, quote: str | None = None) -> Evidence:
    """A quote of the invented document; `n` picks it and what it says."""
    words = quote if quote is not None else QUOTES[n % 5]
    bound, force = ((Party.CUSTOMER, Force.MUST_NOT), (Party.VENDOR, Force.MUST))[n % 5 > 0]
    value = Value(words="72 hours", start=0, end=8, unit=Unit.HOURS, number=72.0)
    return Evidence(
        document_id=document_id,
        block=n % 5,
        start=0,
        end=len(words),
        quote=words,
        page=n % 29 + 2,
        bound=bound,
        force=force,
        exceptions=(ExceptionKind.CONSENT,) if n % 5 == 0 else (),
        values=(value,) if n % 5 == 1 else (),
        layers=(Layer.RULES, Layer.SCORER),
    )


def check(check_id: str, title: str, family: Family) -> ClauseCheck:
    """A check with an invented question and ask."""
    return ClauseCheck(
        id=check_id,
        version="1",
        family=family,
        title=title,
        question=f"Does the contract settle this: {title.lower()}?",
        why="Without it nobody is bound.",
        ask_for=f"A clause on {title.lower()} that names the party, the duty and a period in days or hours.",
        applies_to=(DocumentKind.CONTRACT,),
        frames=(),
    )


def check_id(title: str) -> str:
    """The id of an invented check: its title in small letters."""
    return title.lower().replace(" ", "_").replace("-", "_")


CHECKS = {check_id(t): check(check_id(t), t, family) for family, titles in TITLES.items() for t in titles}

SOURCES = (
    Source(
        document_id=TERMS,
        name="Northwind Master Terms.pdf",
        kind=DocumentKind.CONTRACT,
        page_count=31,
        complete=True,
    ),
    Source(document_id=USE, name="Acceptable Use Policy.html", kind=DocumentKind.POLICY, page_count=1, complete=True),
    Source(document_id=DPA, name="Data Processing Agreement.pdf", kind=DocumentKind.DPA, page_count=12, complete=True),
    Source(
        document_id=AUDIT,
        name="Assurance Report 2026.pdf",
        kind=DocumentKind.AUDIT_REPORT,
        page_count=64,
        complete=True,
    ),
    Source(
        document_id=SCAN,
        name="Annex B (scan).pdf",
        kind=DocumentKind.ORDER_FORM,
        page_count=9,
        complete=False,
        unreadable_pages=(3, 4, 5, 8),
    ),
)

VERDICTS = (Verdict.MEETS, Verdict.GAP, Verdict.PARTLY, Verdict.MEETS, Verdict.REVIEW, Verdict.MEETS, Verdict.UNDECIDED)


def result(n: int, title: str, family: Family, verdict: Verdict) -> CriterionResult:
    """The n-th criterion with a verdict; gaps take turns between "not found" and "the other way round"."""
    weight = (10.0, 7.5, 5.0, 2.5)[n % 4]
    criterion = Criterion(
        check_id=check_id(title),
        wanted=Wanted.PRESENT,
        weight=weight,
        critical=n % 4 == 0,
        party=Party.CUSTOMER if n % 5 == 0 else Party.VENDOR,
        kinds=(DocumentKind.CONTRACT,),
    )
    maker = {
        Verdict.GAP: _gap,
        Verdict.UNDECIDED: _undecided,
        Verdict.NOT_APPLICABLE: _not_applicable,
    }.get(verdict, _found)
    return maker(n, title, family, criterion, verdict)


def _found(n: int, title: str, family: Family, criterion: Criterion, verdict: Verdict) -> CriterionResult:
    strength = {Verdict.MEETS: 0.9, Verdict.PARTLY: 0.54, Verdict.REVIEW: 0.54}[verdict]
    best = evidence(n)
    open_review = verdict is Verdict.REVIEW
    points = criterion.weight * strength
    factors = (
        Factor(name="force", value=1.0, because="must not: it binds", words="shall not"),
        Factor(name="reach", value=strength / 0.9, because="competing models only", words="that competes"),
        Factor(name="proof", value=0.9, because="promised in the contract"),
    )
    decision = Decision(
        key="k",
        check_id=criterion.check_id,
        document_id=TERMS,
        action=Action.EDIT,
        reason=DecisionReason.EXCEPTION_OVERLOOKED,
        note="The consent is in Annex A.",
        by="M. Okafor",
        at=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
    )
    return CriterionResult(
        criterion=criterion,
        family=family,
        title=title,
        outcome=Outcome.PRESENT,
        verdict=verdict,
        proof=(Proof.PROMISED, Proof.AUDITED, Proof.STATED)[n % 3],
        points=points,
        low=0.0 if open_review else points,
        high=criterion.weight if open_review else points,
        factors=factors,
        findings=_findings(criterion, n),
        best=best,
        decisions=(decision,) if n % 11 == 0 else (),
        verified=not open_review,
        open_review=open_review,
    )


def _findings(criterion: Criterion, n: int) -> tuple[Finding, ...]:
    quotes = (evidence(n), evidence(n + 1, document_id=USE)) if n % 3 == 0 else (evidence(n),)
    return (
        Finding(
            check_id=criterion.check_id,
            check_version="1",
            document_id=TERMS,
            outcome=Outcome.PRESENT,
            evidence=quotes,
        ),
    )


def _gap(n: int, title: str, family: Family, criterion: Criterion, verdict: Verdict) -> CriterionResult:
    if n % 8 == 0:
        turned = replace(evidence(n), bound=Party.THIRD_PARTY, force=Force.MUST)
        return replace(
            _found(n, title, family, criterion, Verdict.MEETS),
            verdict=verdict,
            points=0.0,
            low=0.0,
            high=0.0,
            best=turned,
            factors=(Factor(name="party", value=0.0, because="found, but the other way round", words=turned.quote),),
            message="found, but the other way round: wanted for the vendor",
        )
    return CriterionResult(
        criterion=criterion,
        family=family,
        title=title,
        outcome=Outcome.ABSENT,
        verdict=verdict,
        proof=Proof.NONE,
        points=0.0,
        low=0.0,
        high=0.0,
        factors=(Factor(name="presence", value=0.0, because="not found in the documents read"),),
        searched=(TERMS, USE, DPA),
        message="not found in the documents read",
    )


def _undecided(n: int, title: str, family: Family, criterion: Criterion, verdict: Verdict) -> CriterionResult:
    return CriterionResult(
        criterion=criterion,
        family=family,
        title=title,
        outcome=Outcome.NOT_READABLE,
        verdict=verdict,
        proof=Proof.NONE,
        points=None,
        low=0.0,
        high=criterion.weight,
        searched=(TERMS,),
        unread=(SCAN,),
        waits_for="a readable copy of the pages that could not be read",
    )


def _not_applicable(n: int, title: str, family: Family, criterion: Criterion, verdict: Verdict) -> CriterionResult:
    return replace(_undecided(n, title, family, criterion, verdict), outcome=Outcome.NOT_APPLICABLE, waits_for="")


def family_results(results: Sequence[CriterionResult]) -> tuple[FamilyResult, ...]:
    """Points of each family, summed from its criteria."""
    members = {family: [r for r in results if r.family is family] for family in Family}
    return tuple(
        FamilyResult(
            family=family,
            points=sum(r.points or 0.0 for r in found),
            decided=sum(r.criterion.weight for r in found if r.points is not None),
            weight=sum(r.criterion.weight for r in found),
        )
        for family, found in members.items()
        if found
    )


def assessment(results: Sequence[CriterionResult], *, vendor: str = "Northwind Models") -> Assessment:
    """An assessment with these criteria; score, coverage and range are summed from them."""
    families = family_results(results)
    decided, weight = sum(f.decided for f in families), sum(f.weight for f in families)
    scored = [r for r in results if r.points is not None]
    gate = Gate(
        id="training_without_consent",
        check_id="right_to_train_on_your_data",
        cap="D",
        text="The vendor may train on your data without your consent.",
        lifts="Lifts when your consent is required in writing.",
    )
    control = ControlProof(
        control="usage_limits",
        title="Rate limits",
        check_id="usage_limits",
        promised=(evidence(2),),
        audited=(evidence(3, document_id=AUDIT),),
    )
    watermark = ControlProof(control="watermarking", title="Watermarking of output", check_id="watermarking")
    return Assessment(
        vendor=vendor,
        on=ON,
        policy_id="default",
        policy_version=1,
        policy_title="Default",
        tool_version="0.1.0",
        rules_version="50.50",
        score=round(100 * sum(r.points or 0.0 for r in scored) / decided, 1) if decided else None,
        low=round(100 * sum(r.low for r in scored) / decided, 1) if decided else 0.0,
        high=round(100 * sum(r.high for r in scored) / decided, 1) if decided else 100.0,
        band="D" if decided else "",
        coverage=round(100 * decided / weight, 1) if weight else 0.0,
        minimum_coverage=70.0,
        results=tuple(results),
        families=families,
        gates=(gate,) if results else (),
        controls=(control, watermark) if results else (),
        sources=SOURCES if results else (),
        bands=BANDS,
        to_review=sum(r.open_review for r in results),
        message="" if decided else "Nothing could be decided yet: add a contract that can be read.",
    )


def typical(vendor: str = "Northwind Models", *, shift: int = 0) -> Assessment:
    """Fifty criteria in eight families with every verdict; `shift` turns the verdicts, for a second vendor."""
    named = [(family, title) for family, titles in TITLES.items() for title in titles]
    results = [result(n, title, family, VERDICTS[(n + shift) % 7]) for n, (family, title) in enumerate(named)]
    results[-1] = result(len(named) - 1, named[-1][1], named[-1][0], Verdict.NOT_APPLICABLE)
    return assessment(results, vendor=vendor)


def small(vendor: str = "Northwind Models", *, shift: int = 0) -> Assessment:
    """One criterion for each verdict, for golden files that a person can read."""
    named = [(family, titles[0]) for family, titles in TITLES.items()]
    results = [result(n, title, family, VERDICTS[(n + shift) % 7]) for n, (family, title) in enumerate(named)]
    results[-1] = result(7, named[-1][1], named[-1][0], Verdict.NOT_APPLICABLE)
    return assessment(results, vendor=vendor)


def minimal() -> Assessment:
    """One criterion that meets the policy; nothing else."""
    whole = assessment([result(3, "Scraping ban", Family.ANTI_DISTILLATION, Verdict.MEETS)], vendor="Contoso")
    return replace(whole, gates=(), controls=(), sources=SOURCES[:1], band="A")


def empty() -> Assessment:
    """No document, no criterion, no score."""
    return assessment((), vendor="Nobody yet")


def documents() -> dict[str, Document]:
    """The documents of the typical assessment that are still kept."""
    return {TERMS: document(), USE: document(USE, "Acceptable Use Policy.html", pages=1)}


HOSTILE = (
    '#read("/etc/passwd") $x^2$ *bold* _it_ @ref <label> `code` \\ // comment = head',
    '<script>alert("x")</script> & <b>bold</b> {{ 7 * 7 }} {% raw %}',
    '=HYPERLINK("http://example.com","click")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "A" * 180 + "/" + "b" * 90,
    "中文条款：客户不得使用输出训练模型。日本語の条項。한국어 조항.",
    "Ελληνικά ῥήτρα · Русский текст договора · Ľubomír Šťastný",
    "لا يجوز للعميل استخدام المخرجات لتدريب النماذج (72 hours)",
    "עברית: אין להשתמש בפלט",
    "ภาษาไทย ข้อกำหนด · हिन्दी अनुबंध",
    "emoji 😀👍🏽🧠 \U0010fffd and \u202ereversed\u202c and \x07\x00 bell",
)


def hostile() -> tuple[Assessment, dict[str, Document]]:
    """Every text that comes from outside is markup, a formula, a very long word or another script."""
    turned = []
    for n, text in enumerate(HOSTILE):
        plain = result(n, "Scraping ban", Family.ANTI_DISTILLATION, Verdict.PARTLY)
        quote = replace(evidence(quote=text), page=n + 1)
        factors = tuple(replace(factor, because=text, words=text) for factor in plain.factors)
        finding = replace(plain.findings[0], evidence=(quote,))
        criterion = replace(plain.criterion, check_id=f"hostile_{n}")
        turned.append(
            replace(
                plain, criterion=criterion, title=text, best=quote, factors=factors, findings=(finding,), message=text
            )
        )
    whole = assessment(turned, vendor='#read("secret.txt") <img src=x onerror=alert(1)> Ωmega 北方')
    sources = tuple(replace(source, name=text) for source, text in zip(SOURCES, HOSTILE, strict=False))
    blocks = tuple(replace(block, heading_path=(HOSTILE[0],)) for block in document().blocks)
    return replace(whole, sources=sources), {TERMS: replace(document(), blocks=blocks)}
