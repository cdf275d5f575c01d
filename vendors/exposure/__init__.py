"""The campaign replay: a campaign and a vendor's controls in; what binds, what gets through and what it costs out.

It compares controls under equal assumptions. It forecasts nothing and measures no vendor's real detection.
"""
