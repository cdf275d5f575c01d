"""The `clausemark` command: one module a subcommand; each calls the workflow and prints."""
