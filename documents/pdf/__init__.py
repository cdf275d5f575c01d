"""PDF files: the only package that knows the PDF engines."""

from documents.pdf.images import page_image, quote_boxes
from documents.pdf.reading import PdfReading, read_pdf

__all__ = ["PdfReading", "page_image", "quote_boxes", "read_pdf"]
