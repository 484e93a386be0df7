"""Drawing a unit's form: it stays the same all season, as units keep their own sheet."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from data.season import bureau
from data.season.forms.spec import Spec
from data.season.forms.specs import SPECS
from data.season.forms.words import VOCABULARIES
from data.season.grid import Raw, Row
from data.season.layout import Field
from data.season.manners import (
    COUNTS,
    DATES,
    PERCENTS,
    STEPS,
    TEXTS,
    YESNO,
    Manner,
    Written,
)
from data.season.manners import choice as choice_manner

_FAMILIES: dict[str, dict[str, Manner]] = {
    "date": DATES,
    "percent": PERCENTS,
    "count": COUNTS,
    "yesno": YESNO,
    "step": STEPS,
    "text": TEXTS,
}


def draw_form(kind: str, who: str, seed: int, *, many: bool = False) -> list[Field]:
    """The columns of ``who``'s sheet of that kind; ``many`` adds the unit's own column."""
    rng = Random(f"form:{seed}:{kind}:{who}")
    if kind == "inspection_item":
        fields = _inspection_fields(rng)
    else:
        grouped = rng.random() < 0.35 and any(spec.group for spec in SPECS[kind])
        kept = [spec for spec in SPECS[kind] if not spec.optional or rng.random() < 0.75]
        fields = [_field(spec, grouped, rng) for spec in kept]
    if kind == "staffing" and rng.random() < 0.6:
        fields.insert(2, _ratio_field(fields[1]))
    if rng.random() < 0.25:
        fields.append(Field("", "备注", TEXTS["plain"], width=10))
    if rng.random() < 0.06:
        fields.insert(len(fields) - 1, Field("", "", TEXTS["plain"], width=3))
    return [unit_field(rng), *fields] if many else fields


def _field(spec: Spec, grouped: bool, rng: Random) -> Field:
    heading, manner = rng.choice(spec.headings), rng.choice(spec.manners)
    blank = rng.choice(spec.blanks)
    groups = spec.group if grouped else ()
    if groups and spec.grouped_heading:
        heading = spec.grouped_heading
    if manner == "points":
        heading = "完成进度(%)"
    write = (
        choice_manner(VOCABULARIES[manner])
        if spec.family == "choice"
        else _FAMILIES[spec.family][manner]
    )
    return Field(spec.name, heading, write, groups, spec.width, blank=blank)


def unit_field(rng: Random) -> Field:
    """The column that names the unit, in one of the ways people name units."""
    manner = rng.choice([_full_name, _short_name, _any_name])
    heading = rng.choice(["单位", "责任单位", "填报单位", "单位名称"])
    return Field("unit", heading, manner, width=22)


def merged(fields: list[Field], *names: str) -> list[Field]:
    """The form with the cells of these columns merged downwards."""
    return [replace(one, merged=one.name in names) for one in fields]


_BY_NAME = {unit.name: unit for unit in bureau.UNITS}


def _full_name(value: str, _: Random) -> Written:
    return value, None


def _short_name(value: str, _: Random) -> Written:
    unit = _BY_NAME.get(value)
    return unit.short_name if unit else value, None


def _any_name(value: str, rng: Random) -> Written:
    unit = _BY_NAME.get(value)
    names = [unit.name, unit.short_name, unit.aliases.split("、")[0]] if unit else [value]
    return rng.choice(names), None


def _ratio_field(reviewers: Field) -> Field:
    def share(row: Row) -> Raw:
        staff = row["enforcement_staff"]
        return f"{row['legal_reviewers'] / staff:.2%}" if staff else "—"

    return Field("", "比例", TEXTS["plain"], reviewers.groups, 9, whole_row=share)


def _inspection_fields(rng: Random) -> list[Field]:
    plain = TEXTS["plain"]
    return [
        Field("item", rng.choice(["抽查事项", "抽查事项名称"]), plain, width=30),
        Field("target", "抽查对象", plain, width=20),
        Field("base", rng.choice(["抽查基数", "基数"]), COUNTS["plain"]),
        Field(
            "ratio_min",
            "抽查比例",
            plain,
            covers=("ratio_max",),
            whole_row=lambda row: str(row["RATIO"]),
        ),
        Field("frequency", rng.choice(["频次", "抽查频次"]), plain),
        Field(
            "due_on",
            rng.choice(["抽查时间", "完成时限"]),
            plain,
            whole_row=lambda row: str(row["WHEN"]),
        ),
        Field("joint", "配合部门", plain, whole_row=lambda row: row["PARTNER"], width=16),
        Field("method", "抽查方式", plain),
    ]
