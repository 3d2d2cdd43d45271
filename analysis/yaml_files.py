"""Reading the YAML files of this package, by the compiled loader where there is one."""

from __future__ import annotations

import yaml


def load_yaml(text: str) -> object:
    """Load YAML, by the compiled loader where there is one (ten times faster)."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
