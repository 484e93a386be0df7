"""Why a whole file is refused: nothing of it can be read."""

from dashboard.problems import ProblemType


def _refusal(code: str, zh: str, en: str, remedy_zh: str, remedy_en: str) -> ProblemType:
    return ProblemType(code, "error", zh, en, remedy_zh, remedy_en)


_SAVE_AS_ZH = "请用 Excel 或 WPS 表格打开，另存为 .xlsx 后重新报送。"
_SAVE_AS_EN = "Open it in Excel or WPS and send it again saved as .xlsx."
_AGAIN_ZH = "请确认能用 Excel 或 WPS 表格正常打开，另存为 .xlsx 后重新报送。"
_AGAIN_EN = "Make sure that Excel or WPS opens it, then send it again saved as .xlsx."

PROBLEMS = (
    _refusal(
        "encrypted",
        "文件设有打开密码，无法读取。",
        "The file is protected by a password. ",
        "请取消密码后重新报送。",
        "Remove the password and send it again.",
    ),
    _refusal(
        "damaged",
        "文件已损坏或不完整（{detail}）。",
        "The file is damaged or incomplete ({detail}). ",
        _AGAIN_ZH,
        _AGAIN_EN,
    ),
    _refusal(
        "empty_file",
        "文件大小为 0，没有任何内容。",
        "The file holds no bytes at all. ",
        "请检查文件是否保存成功，重新报送。",
        "Check that it was saved, and send it again.",
    ),
    _refusal(
        "no_table",
        "文件中没有表格，所有工作表都是空的。",
        "There is no table in the file: every sheet is blank. ",
        "请填写后重新报送。",
        "Fill it in and send it again.",
    ),
    _refusal(
        "only_pictures",
        "文件中只有图片，没有可读取的单元格。",
        "The file holds only pictures, no cells that can be read. ",
        "请将图片中的内容录入单元格后重新报送。",
        "Type what the pictures show into cells and send it again.",
    ),
    _refusal(
        "macro_only",
        "文件中只有宏、宏表、对话框或图表，没有填写数据的普通工作表。",
        "The file holds only macros, or macro, dialog or chart sheets, no filled worksheet. ",
        "请将数据放入普通工作表后重新报送。",
        "Put the data into a worksheet and send it again.",
    ),
    _refusal(
        "wrong_format",
        "这是{found}，不是电子表格。",
        "This is not a spreadsheet but: {found}. ",
        "请将表格另存为 .xlsx 后报送。",
        "Send the table saved as .xlsx.",
    ),
    _refusal(
        "old_format",
        "文件是过旧的电子表格格式（{found}），无法读取。",
        "The file is in a spreadsheet format too old to be read ({found}). ",
        _SAVE_AS_ZH,
        _SAVE_AS_EN,
    ),
    _refusal(
        "too_large",
        "文件大小 {size} MB，超过上限 {limit} MB。",
        "The file has {size} MB, more than the limit of {limit} MB. ",
        "请删除图片和无关内容，或拆分后重新报送。",
        "Remove pictures and what does not belong, or split it, and send it again.",
    ),
    _refusal(
        "inflates_too_large",
        "文件解压后超过上限（{limit}），疑为异常文件。",
        "Unpacked, the file exceeds the limit ({limit}) and looks malicious. ",
        "请将数据复制到新建的工作簿，另存为 .xlsx 后重新报送。",
        "Copy the data to a new workbook, save it as .xlsx and send it again.",
    ),
    _refusal(
        "cell_span",
        "工作表的范围过大（直到单元格 {last}），远处有多余的单元格。",
        "A sheet reaches too far (to cell {last}): there are stray cells far away. ",
        "请删除表格以外的行和列，另存后重新报送。",
        "Delete the rows and columns outside of the table and send it again.",
    ),
    _refusal(
        "not_regular_file",
        "这不是普通文件，而是{found}。",
        "This is no regular file but: {found}. ",
        "请直接放入表格文件本身。",
        "Put in the spreadsheet itself.",
    ),
    _refusal(
        "changed_meanwhile",
        "读取时文件仍在变化，可能尚未复制完成。",
        "The file changed while it was read; it may not be copied completely yet. ",
        "请等复制完成、关闭表格程序后再试。",
        "Wait until it is copied, close the spreadsheet program and try again.",
    ),
    _refusal(
        "not_found",
        "找不到文件。",
        "The file is not there. ",
        "请检查路径是否正确、文件是否已被移走。",
        "Check the path, and whether the file was moved.",
    ),
    _refusal(
        "no_permission",
        "没有读取该文件的权限，或文件正被其他程序占用。",
        "The file may not be read, or another program holds it. ",
        "请关闭占用它的程序，或调整权限后再试。",
        "Close the program that holds it or change its permissions, then try again.",
    ),
    _refusal(
        "not_readable",
        "读取文件时出错（{detail}）。",
        "Reading the file failed ({detail}). ",
        "请检查磁盘或网络共享后再试。",
        "Check the disk or the network share and try again.",
    ),
    _refusal(
        "encoding_unreadable",
        "文本编码无法识别（第 {offset} 字节处既不是 UTF-8，也不是 GB18030）。",
        "The text encoding is not known (neither UTF-8 nor GB18030 at byte {offset}). ",
        "请用 Excel 或 WPS 表格另存为 .xlsx，或另存为 UTF-8 编码的 CSV。",
        "Save it as .xlsx, or as CSV in UTF-8.",
    ),
    _refusal(
        "encoding_doubtful",
        "文本编码可疑，按 {guess} 读出的文字像是乱码（如“{sample}”）。",
        "The text encoding is doubtful: read as {guess} it looks garbled (such as “{sample}”). ",
        "请用 Excel 或 WPS 表格另存为 .xlsx，或另存为 UTF-8 编码的 CSV。",
        "Save it as .xlsx, or as CSV in UTF-8.",
    ),
    _refusal(
        "took_too_long",
        "读取超过 {seconds} 秒仍未完成，已中止。",
        "Reading took more than {seconds} seconds and was stopped. ",
        "请将数据复制到新建的工作簿，另存为 .xlsx 后重新报送。",
        "Copy the data to a new workbook, save it as .xlsx and send it again.",
    ),
    _refusal(
        "too_much_memory",
        "读取需要的内存过多（上限 {limit} MB），已中止。",
        "Reading needs too much memory (the limit is {limit} MB) and was stopped. ",
        "请将数据复制到新建的工作簿，或拆分后重新报送。",
        "Copy the data to a new workbook, or split it, and send it again.",
    ),
    _refusal(
        "reader_crashed",
        "读取程序因该文件崩溃（{detail}）。",
        "The reader crashed on this file ({detail}). ",
        _AGAIN_ZH,
        _AGAIN_EN,
    ),
    _refusal(
        "reader_failed",
        "读取该文件时程序出错（{exception}）。",
        "The program failed on this file ({exception}). ",
        _AGAIN_ZH,
        _AGAIN_EN,
    ),
)
