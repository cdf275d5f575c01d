"""The protections that are shown with three kinds of proof, and the check that promises each (a fixed list)."""

from collections.abc import Iterable, Mapping, Sequence

from clauses.model import Evidence, Finding
from documents.model import DocumentKind
from scoring.model import ControlProof, Proof, Source

CONTROLS: tuple[tuple[str, str, str], ...] = (
    ("rate_limiting", "Rate limiting", "usage_limits"),
    ("account_verification", "Account verification", "account_integrity"),
    ("anomaly_detection", "Anomaly detection and monitoring", "usage_monitoring"),
    ("extraction_tests", "Extraction and scraping tests", "extraction_testing"),
    ("watermarking", "Watermarking", "watermarking"),
    ("logging", "Logging", "log_preservation"),
    ("incident_response", "Incident response", "incident_notice"),
    ("access_control", "Access control", "security_measures"),
    ("data_segregation", "Training-data segregation", "customer_data_training_ban"),
)

PROOF_OF_KIND: dict[DocumentKind, Proof] = {
    DocumentKind.CONTRACT: Proof.PROMISED,
    DocumentKind.POLICY: Proof.PROMISED,
    DocumentKind.DPA: Proof.PROMISED,
    DocumentKind.ORDER_FORM: Proof.PROMISED,
    DocumentKind.AUDIT_REPORT: Proof.AUDITED,
    DocumentKind.CERTIFICATE: Proof.AUDITED,
    DocumentKind.DOCUMENTATION: Proof.STATED,
}


def proof_of(source: Source, check_id: str) -> Proof:
    """Return the kind of proof that a document gives for a check.

    An audit report that does not count now, or that found exceptions in the test of the check, only states it.
    """
    proof, assurance = PROOF_OF_KIND[source.kind], source.assurance
    if proof is not Proof.AUDITED or assurance is None:
        return proof
    return Proof.AUDITED if assurance.counts and check_id not in assurance.excepted else Proof.STATED


def tested(sources: Iterable[Source], check_id: str) -> bool:
    """Tell whether a current report tested the protection of a check and noted no exception."""
    return any(source.assurance is not None and check_id in source.assurance.tested for source in sources)


def control_proofs(findings: Sequence[Finding], sources: Sequence[Source]) -> tuple[ControlProof, ...]:
    """Return each control with the quotes that promise, audit or state it."""
    by_id = {source.document_id: source for source in sources}
    return tuple(
        ControlProof(
            control=control,
            title=title,
            check_id=check_id,
            promised=_quotes(findings, by_id, check_id, Proof.PROMISED),
            audited=_quotes(findings, by_id, check_id, Proof.AUDITED),
            stated=_quotes(findings, by_id, check_id, Proof.STATED),
        )
        for control, title, check_id in CONTROLS
    )


def _quotes(
    findings: Sequence[Finding], sources: Mapping[str, Source], check_id: str, proof: Proof
) -> tuple[Evidence, ...]:
    return tuple(
        evidence
        for finding in findings
        if finding.check_id == check_id and proof_of(sources[finding.document_id], check_id) is proof
        for evidence in finding.evidence
    )
