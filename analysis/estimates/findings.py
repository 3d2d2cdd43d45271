"""Findings as a table; what a finding is stands in analysis/findings.py, which asks for no package."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields

import pandas as pd

from analysis.findings import FINDING as FINDING
from analysis.findings import FINDINGS as FINDINGS
from analysis.findings import LIMIT as LIMIT
from analysis.findings import Finding


def tabulate_findings(findings: Iterable[Finding]) -> pd.DataFrame:
    """Set findings out as a table, one row each, the columns as in Finding."""
    return pd.DataFrame([asdict(one) for one in findings], columns=[one.name for one in fields(Finding)])
