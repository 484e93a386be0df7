"""What a column admits, as an input check of the spreadsheet program and as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.kinds import Column

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

_YES_NO = ("是", "否")
_LONGEST_LIST = 255
"""A list of choices inside a check may be so long; spreadsheet programs refuse longer ones."""


def choices(column: Column) -> tuple[str, ...]:
    """The words of a drop-down list; none where the column is free."""
    if column.type == "yesno":
        return _YES_NO
    return tuple(spellings[0] for spellings in column.choices.values())


def validation(column: Column) -> DataValidation | None:
    """The input check of a column; None where anything may be written."""
    from openpyxl.worksheet.datavalidation import DataValidation

    words = ",".join(choices(column))
    if words and len(words) <= _LONGEST_LIST:
        made = DataValidation(type="list", formula1=f'"{words}"')
    elif column.type == "date":
        made = DataValidation(type="date", operator="greaterThan", formula1="36526")
    elif column.type == "integer":
        made = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0")
    elif column.type == "percent":
        made = DataValidation(type="decimal", operator="between", formula1="0", formula2="1")
    elif column.type == "number":
        made = _number(column)
    else:
        return None
    made.allow_blank = True
    made.showErrorMessage = made.showInputMessage = True
    made.errorTitle, made.error = column.label, hint(column)[:220]
    made.promptTitle, made.prompt = column.label[:32], hint(column)[:220]
    return made


def _number(column: Column) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    low = column.minimum if column.minimum is not None else 0
    if column.maximum is None:
        return DataValidation(type="decimal", operator="greaterThanOrEqual", formula1=f"{low:g}")
    return DataValidation(
        type="decimal", operator="between", formula1=f"{low:g}", formula2=f"{column.maximum:g}"
    )


def hint(column: Column, *, example: bool = True) -> str:
    """How to fill the column in, a sentence.

    The sheet of notes has no ``example`` of a date: it would pass for the reporting date."""
    must = "必填。" if column.required else ""
    words = "、".join(choices(column))
    top = f"，不超过 {column.maximum:g}" if column.maximum is not None else ""
    said = {
        "date": "填日期，如 2021-07-09。" if example else "填日期，写明年月日。",
        "integer": "填整数，不带单位。",
        "percent": "填百分比，如 80%。",
        "number": f"填数字{top}。",
        "quantity": "填数字，或带百分号的比例。",
        "text": "填文字。",
    }
    return must + said.get(column.type, f"从下拉列表中选（{words}）。")
