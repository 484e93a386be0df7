"""Materials under rows that name their task in two cells."""

from __future__ import annotations

from tests.intake.sheets import codes, grid, only, read, rows

MATERIALS = """
|市文化馆印证资料目录2021年7月12日||||
|编号|资料名称|资料类型|提供方式|
|一、依法全面履行政府职能||||
|4.1.2|落实权责清单制度|||
||公共服务清单|文件|已上传|
||清单公布网页截图|图片|已上传|
|4.3.2|完善行政决策程序|||
||法律顾问合同|文件|现场提供|
"""


def test_the_task_is_that_of_its_materials_and_no_material() -> None:
    reading = read(grid(MATERIALS))
    assert rows(only(reading), "task_id", "title") == [
        ("4.1.2", "公共服务清单"),
        ("4.1.2", "清单公布网页截图"),
        ("4.3.2", "法律顾问合同"),
    ]
    assert codes(reading) == []


def test_a_material_with_a_number_of_its_own_makes_rows_of_all() -> None:
    reading = read(grid(MATERIALS.replace("||法律", "|4.3.2|法律")))
    assert only(reading).rows == 5
