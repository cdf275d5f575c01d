"""Findings, decisions and a policy in, an assessment out; pure functions, every number in policies/*.toml."""
