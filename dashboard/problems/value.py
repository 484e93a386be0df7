"""Problems with the value of a single cell, as cleaning finds them.

Every one is filled with ``label`` (the column's name as people know it) and ``text`` (the
cell as it is written), and with what its own sentence needs besides.
"""

from __future__ import annotations

from dashboard.problems import ProblemType, Severity


def _type(
    code: str, severity: Severity, zh: str, remedy_zh: str, en: str, remedy_en: str
) -> ProblemType:
    return ProblemType(
        code,
        severity,
        zh="“{label}”填的是“{text}”，" + zh,
        en="{label} says “{text}”: " + en,
        remedy_zh=remedy_zh,
        remedy_en=remedy_en,
    )


_WRITE_DATE = "请写成 2021-06-09 这样的日期。"
_WRITE_DATE_EN = " Write a date like 2021-06-09."
_WRITE_NUMBER = "请只填一个数字。"
_WRITE_NUMBER_EN = " Enter one number and nothing else."
_WRITE_PERCENT = "请写成 95% 这样的百分数。"
_WRITE_PERCENT_EN = " Write a percentage like 95%."
_CHECK = "请核对；如不是这个意思，请改写。"
_CHECK_EN = " Please check, and rewrite it if something else was meant."

_DATES = (
    _type(
        "not_a_date", "error",
        "看不出是哪一天。", _WRITE_DATE,
        "no day can be read from it.", _WRITE_DATE_EN,
    ),
    _type(
        "ambiguous_date", "error",
        "可以理解成不同的日期，不能替您猜。", _WRITE_DATE,
        "it may mean different days, and none is guessed.", _WRITE_DATE_EN,
    ),
    _type(
        "impossible_date", "error",
        "日历上没有这一天。", "请核对年、月、日，" + _WRITE_DATE,
        "there is no such day in the calendar.", " Check year, month and day." + _WRITE_DATE_EN,
    ),
    _type(
        "date_without_year", "error",
        "没有写年份，表中也看不出是哪一年。", "请写上年份，或在表头写明填报日期。",
        "it has no year, and the sheet does not tell which.",
        " Add the year, or state the reporting date above the table.",
    ),
    _type(
        "several_dates", "error",
        "里面有不止一个日期，不知道以哪个为准。", "请只留一个日期，其余写到备注里。",
        "it holds more than one date.", " Keep one, and move the others to a note.",
    ),
    _type(
        "date_only_planned", "error",
        "写的是预计日期，这一列要填实际日期。", "事情办完后再填；没有办完请留空。",
        "this is an expected date where the actual one belongs.",
        " Leave it blank until the thing is done.",
    ),
    _type(
        "date_outside_season", "warning",
        "即 {date}，离创建时间（{first} 至 {last}）很远，已照填写的收下。", "请核对年份。",
        "that is {date}, far from the season ({first} to {last}); taken as written.",
        " Please check the year.",
    ),
    _type(
        "date_in_text", "warning",
        "日期之外还有别的文字，已按 {date} 收下。", _CHECK,
        "other words stand around the date; taken as {date}.", _CHECK_EN,
    ),
    _type(
        "date_range", "warning",
        "写的是一段时间，已按 {date} 收下。", _CHECK,
        "it is a span of time; taken as {date}.", _CHECK_EN,
    ),
    _type(
        "approximate_date", "warning",
        "写的是大致时间，已按 {date} 收下。", "请尽量写明是哪一天。",
        "it is an approximate time; taken as {date}.", " State the day if you can.",
    ),
    _type(
        "date_not_settled", "warning",
        "即日期还没有定，暂按没有日期收下。", "定下后请补填。",
        "the date is still to be settled; taken as no date.", " Add it once it is settled.",
    ),
    _type(
        "only_a_year", "warning",
        "只写了年份，已按 {date} 收下。", "请写到月、日。",
        "it is only a year; taken as {date}.", " Add month and day.",
    ),
)  # fmt: skip

_NUMBERS = (
    _type(
        "not_a_number", "error",
        "看不出是多少。", _WRITE_NUMBER,
        "no number can be read from it.", _WRITE_NUMBER_EN,
    ),
    _type(
        "not_an_integer", "error",
        "这一列要填整数。", "请核对数字和单位。",
        "this column holds whole numbers.", " Check the number and its unit.",
    ),
    _type(
        "range_not_number", "error",
        "写的是一个范围，不是一个确定的数。", "请填写确切的数字。",
        "it is a range or a bound, not one number.", " Enter the exact number.",
    ),
    _type(
        "several_numbers", "error",
        "里面有不止一个数字，不知道以哪个为准。", _WRITE_NUMBER,
        "it holds more than one number.", _WRITE_NUMBER_EN,
    ),
    _type(
        "looks_misread", "error",
        "数字里混有字母，可能应为“{likely}”，没有替您改。", "请核对后重新填写。",
        "letters stand among its digits; probably “{likely}”, which was not taken.",
        " Please check and enter it again.",
    ),
    _type(
        "out_of_range", "error",
        "超出了允许的范围（{allowed}）。", "请核对数字和单位。",
        "it lies outside what is possible ({allowed}).",
        " Check the number and its unit.",
    ),
    _type(
        "number_became_date", "error",
        "单元格里是日期，这一列要填数字。", "请把单元格格式改为“常规”或“数值”后重新填写。",
        "the cell holds a date where a number belongs.",
        " Set the cell's format to General and enter the number again.",
    ),
    _type(
        "approximate_number", "warning",
        "写的是大约数，已按 {number} 收下。", "请尽量填写确切的数字。",
        "it is an approximate number; taken as {number}.", " Enter the exact number if you can.",
    ),
    _type(
        "number_with_remark", "warning",
        "数字后面带有说明，已按 {number} 收下。", "说明请写到备注或口径一列。",
        "a remark follows the number; taken as {number}.", " Move the remark to a note.",
    ),
    _type(
        "digits_typed_apart", "warning",
        "数字之间有空格，已按 {number} 收下。", "请核对；数字之间不要空格。",
        "there are spaces between its digits; taken as {number}.", " Check, and leave out spaces.",
    ),
)  # fmt: skip

_PERCENTS = (
    _type(
        "not_a_percent", "error",
        "看不出是百分之几。", _WRITE_PERCENT,
        "no percentage can be read from it.", _WRITE_PERCENT_EN,
    ),
    _type(
        "ambiguous_percent", "error",
        "可能是 {low}，也可能是 {high}，不能替您猜。", _WRITE_PERCENT,
        "it may mean {low} or {high}, and neither is guessed.", _WRITE_PERCENT_EN,
    ),
    _type(
        "fraction_became_date", "error",
        "单元格里是日期，可能是“{likely}”被表格软件自动改成了日期。", _WRITE_PERCENT,
        "the cell holds a date; perhaps the program made one of “{likely}”.", _WRITE_PERCENT_EN,
    ),
    _type(
        "percent_scale_assumed", "warning",
        "这一列其他数是 0–100，已按 {percent} 收下。", "如果是 100%，请写成 100%。",
        "the column runs from 0 to 100; taken as {percent}.", " Write 100% if all is done.",
    ),
)  # fmt: skip

_WORDS = (
    _type(
        "not_yes_or_no", "error",
        "看不出是“是”还是“否”。", "请填“是”或“否”。",
        "it is neither yes nor no.", " Enter yes or no.",
    ),
    _type(
        "not_yet_done", "warning",
        "事情还在进行，已按“否”收下。", "完成后请改为“是”。",
        "it is still under way; taken as no.", " Enter yes once it is done.",
    ),
    _type(
        "date_as_yes", "warning",
        "写的是日期，已按“是”收下。", "请填“是”或“否”。",
        "it is a date; taken as yes.", " Enter yes or no.",
    ),
    _type(
        "document_as_yes", "warning",
        "写的是文号，已按“是”收下。", "请填“是”或“否”。",
        "it is the number of a document; taken as yes.", " Enter yes or no.",
    ),
    _type(
        "witness_as_yes", "warning",
        "写的是怎样办的，已按“是”收下。", "请填“是”或“否”。",
        "it says how it was done; taken as yes.", " Enter yes or no.",
    ),
    _type(
        "unknown_choice", "error",
        "不在可选的内容之内。", "请从以下内容中选一项：{allowed}。",
        "it is none of the choices.", " Choose one of: {allowed}.",
    ),
    _type(
        "choice_near_match", "warning",
        "已按“{taken}”收下。", _CHECK,
        "taken as “{taken}”.", _CHECK_EN,
    ),
)  # fmt: skip

_TEXTS = (
    _type(
        "error_value_text", "error",
        "这是公式出错的提示，不是内容。", "请改正公式，或直接填写内容。",
        "this is a formula's error, not a value.", " Mend the formula, or enter the value.",
    ),
    _type(
        "ditto_mark", "error",
        "要看别的格才知道，没有替您填。", "请把内容完整写出来。",
        "it points to another cell, and nothing was filled in for you.",
        " Write the value out in full.",
    ),
    _type(
        "several_tasks", "warning",
        "里面有不止一个任务编号，已照原文收下，不计入其中任何一项。",
        "请一行只写一个编号，几项任务分几行填写。",
        "it holds the numbers of several tasks; it was taken as it is and counts for none of them.",
        " Write one number a row.",
    ),
    _type(
        "digits_lost", "error",
        "数字太长，表格软件只存得下前 15 位，后面的已经丢失。",
        "请把单元格格式改为“文本”后重新填写。",
        "the number is too long: the program kept 15 digits and lost the rest.",
        " Set the cell's format to Text and enter it again.",
    ),
    _type(
        "identity_number_masked", "warning",
        "其中的身份证号码已隐去，不会保存。", "请不要在表中填写身份证号码。",
        "the personal identity number in it was masked and is not stored.",
        " Do not enter identity numbers.",
    ),
    _type(
        "task_id_became_date", "error",
        "任务编号被表格软件自动改成了日期，可能应为“{likely}”。",
        "请把单元格格式改为“文本”后重新填写编号。",
        "the program made a date of the task's number, probably “{likely}”.",
        " Set the cell's format to Text and enter the number again.",
    ),
    _type(
        "task_id_with_text", "warning",
        "编号后面还有别的文字，已按编号 {number} 收下。", _CHECK,
        "other words follow the number; taken as {number}.", _CHECK_EN,
    ),
)  # fmt: skip

PROBLEMS = (*_DATES, *_NUMBERS, *_PERCENTS, *_WORDS, *_TEXTS)
