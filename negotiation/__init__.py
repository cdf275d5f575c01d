"""From gaps to signature: asks, addendum, tracked changes, versions and missing documents."""
