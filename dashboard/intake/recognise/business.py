"""The kinds of administrative business: no act is of two of them."""

from __future__ import annotations

from functools import cache

from dashboard.intake.recognise.spelling import key
from dashboard.kinds import kind

BUSINESS_LABEL = "执法类别"
ACTS = "enforcement"
"""The kind that counts acts. Of persons one may do business of two kinds."""
_MORE = (
    "行政征收",
    "行政征用",
    "行政确认",
    "行政裁决",
    "行政给付",
    "行政奖励",
    "行政命令",
    "行政处理",
    "其他行政行为",
)
"""Those of which no case files are reviewed."""


def is_business(text: str) -> bool:
    """True for 行政处罚, 许可, 行政强制类: a kind of business and nothing else."""
    return key(text).removesuffix("类") in _words()


@cache
def _words() -> frozenset[str]:
    spelled = kind("case_review").column("case_type").choices.values()
    return frozenset(key(word) for words in (*spelled, _MORE) for word in words)
