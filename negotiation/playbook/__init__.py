"""The playbook: wording to start from, one TOML file a check."""
