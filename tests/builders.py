"""Small hand-made findings, documents and policies for tests."""

from clauses.classifier.load import load_classifiers
from clauses.engine import analyse
from clauses.model import Analysis, Evidence, ExceptionKind, Finding, Force, Layer, Outcome, Party, Reach, Value
from documents.model import Block, BlockKind, Document, DocumentFormat, DocumentKind
from scoring.model import Source


def build_document(*texts: str, kind: DocumentKind = DocumentKind.CONTRACT, document_id: str = "d1") -> Document:
    """A document with one paragraph per text."""
    blocks = tuple(Block(number=n, kind=BlockKind.PARAGRAPH, text=text) for n, text in enumerate(texts))
    return Document(
        id=document_id,
        name="contract.txt",
        format=DocumentFormat.TEXT,
        kind=kind,
        title="Contract",
        language="en",
        page_count=1,
        blocks=blocks,
    )


def build_evidence(
    quote: str = "Customer shall not train models on Output.",
    *,
    document_id: str = "d1",
    bound: Party | None = Party.CUSTOMER,
    force: Force | None = Force.MUST_NOT,
    exceptions: tuple[ExceptionKind, ...] = (),
    values: tuple[Value, ...] = (),
    confidence: float = 0.9,
    layers: tuple[Layer, ...] = (Layer.RULES, Layer.SCORER),
) -> Evidence:
    """Evidence on page 1 whose quote is the whole block 0."""
    return Evidence(
        document_id=document_id,
        block=0,
        start=0,
        end=len(quote),
        quote=quote,
        page=1,
        bound=bound,
        force=force,
        exceptions=exceptions,
        values=values,
        confidence=confidence,
        layers=layers,
    )


def build_finding(
    check_id: str, *evidence: Evidence, outcome: Outcome | None = None, document_id: str = "d1"
) -> Finding:
    """A finding that is present when it has evidence and absent otherwise, unless told."""
    return Finding(
        check_id=check_id,
        check_version="1",
        document_id=document_id,
        outcome=outcome or (Outcome.PRESENT if evidence else Outcome.ABSENT),
        evidence=evidence,
    )


def build_source(
    document_id: str = "d1", *, kind: DocumentKind = DocumentKind.CONTRACT, complete: bool = True
) -> Source:
    """A document of three pages as scoring sees it."""
    return Source(
        document_id=document_id,
        name=f"{document_id}.pdf",
        kind=kind,
        page_count=3,
        complete=complete,
        unreadable_pages=() if complete else (2,),
    )


def analysed(document: Document) -> Analysis:
    """The analysis of a document, read as the product reads it by default."""
    return analyse(document, classifiers=load_classifiers(Reach.FULL))
