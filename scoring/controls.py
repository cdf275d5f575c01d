"""The protections that are shown with three kinds of proof, and the check that promises each (a fixed list)."""

from collections.abc import Mapping, Sequence

from clauses.model import Evidence, Finding
from documents.model import DocumentKind
from scoring.model import ControlProof, Proof

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


def control_proofs(findings: Sequence[Finding], kinds: Mapping[str, DocumentKind]) -> tuple[ControlProof, ...]:
    """Return each control with the quotes that promise, audit or state it; `kinds` is by document id."""
    return tuple(
        ControlProof(
            control=control,
            title=title,
            check_id=check_id,
            promised=_quotes(findings, kinds, check_id, Proof.PROMISED),
            audited=_quotes(findings, kinds, check_id, Proof.AUDITED),
            stated=_quotes(findings, kinds, check_id, Proof.STATED),
        )
        for control, title, check_id in CONTROLS
    )


def _quotes(
    findings: Sequence[Finding], kinds: Mapping[str, DocumentKind], check_id: str, proof: Proof
) -> tuple[Evidence, ...]:
    return tuple(
        evidence
        for finding in findings
        if finding.check_id == check_id and PROOF_OF_KIND[kinds[finding.document_id]] is proof
        for evidence in finding.evidence
    )
