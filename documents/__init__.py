"""Bytes in, documents with numbered blocks out; knows no check."""

from documents.telemetry import switch_off

switch_off()
