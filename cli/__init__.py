"""The `clausemark` command: one module a subcommand; each calls the workflow and prints."""

import documents  # noqa: F401 - first of all: switches telemetry off before any library loads
