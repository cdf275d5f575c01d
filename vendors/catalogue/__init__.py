"""Dated facts about vendors: YAML files, their model and what they are compared on."""
