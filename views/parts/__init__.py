"""Pieces that several pages share: plain functions, data in, elements out."""
