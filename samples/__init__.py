"""Invented vendors and the script that makes their documents."""
