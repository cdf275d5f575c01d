"""Small policies for the scoring tests, written as buyers write them."""

from scoring.model import Policy
from scoring.policy import parse_policy

HEAD = """
id = "small"
version = 3
title = "Small"
minimum_coverage = 70
review_below = 0.7
partly_below = 0.8
stale_days = 365
[bands]
A = 85
B = 70
C = 55
D = 40
E = 0
[weights]
critical = 10
high = 7.5
medium = 5
low = 2.5
[force]
must = 1.0
must_not = 1.0
efforts = 0.6
may = 0.6
disclaims = 0.2
[exceptions]
consent = 0.9
law = 1.0
listed_uses = 0.9
plan = 0.6
opt_out = 0.5
[proof]
audited = 1.0
promised = 0.9
stated = 0.5
[words.reach]
otherwise = 1.0
otherwise_because = "covers any model"
tiers = [{name = "competing models only", value = 0.7, words = ["compet"]}]
[specificity.default]
tiers = []
other = 1.0
none = 0.7
[specificity.incident_notice]
tiers = [{up_to = 24, unit = "hours", value = 1.0}, {up_to = 72, unit = "hours", value = 0.9}]
other = 0.7
none = 0.6
[incorporated]
policy = ["acceptable use"]
"""

BAN = """
[criteria.output_training_ban]
weight = "critical"
wanted = "present"
party = "customer"
kinds = ["contract", "policy"]
factors = ["force", "reach", "exceptions", "source"]
"""

PERMISSION = """
[criteria.distillation_permission]
weight = "critical"
wanted = "absent"
kinds = ["contract"]
tolerances = [{exception = "consent", value = 0.6, because = "only with the vendor's consent"}]
"""

NOTICE = """
[criteria.incident_notice]
weight = "high"
wanted = "present"
party = "vendor"
kinds = ["contract"]
factors = ["force", "specificity", "proof"]
"""

GATE = """
[[gates]]
id = "distillation_allowed"
check = "distillation_permission"
cap = "D"
text = "The terms allow distillation."
lifts = "Lifts when the permission is removed."
"""


def small_policy(*parts: str) -> Policy:
    """A policy made of HEAD and the given criteria and gates."""
    return parse_policy(HEAD + "".join(sorted(parts, key=lambda part: "[[gates]]" in part)))
