"""The encoding of a text file, found out and not trusted: what came out must be plausible."""

from __future__ import annotations

import codecs

from dashboard.errors import Refused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
"""Characters looked at to judge what was decoded."""
_PLAUSIBLE = 0.7
_FEW = 3
_GB2312_COMMON = range(0xB0, 0xD8)
"""First bytes of the 3,755 commonest hanzi in GB 2312: its level 1, sorted by sound."""
_LOST = ("\ufffd", "锟斤拷")
"""What stands where a byte could not be read, and that in UTF-8 read as GB18030."""
_USUAL_MARKS = frozenset(
    "、。·ˉˇ¨〃々—~‖…‘’“”〔〕〈〉《》「」『』〖〗【】±×÷∶√≥≤≠°℃℉‰§№☆★○●◎◇◆□■△▲※→←↑↓✓✔✗✘"
)


def decoded(data: bytes) -> str:
    """The text in ``data``: UTF-8, UTF-16 or UTF-32 (by its mark or evidently), or GB18030.

    Raises Refused: encoding_unreadable where it is none of them, encoding_doubtful where it
    decodes but reads like garbled text (Big5 read as GB18030 does so without an error),
    wrong_format where it is no text at all.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _checked(_strict(data[len(bom) :], encoding), encoding, sure=True)
    if b"\0" in data:
        return _wide(data)
    try:
        return _checked(data.decode("utf-8"), "UTF-8", sure=True)
    except UnicodeDecodeError as error:
        utf8_error = error
    try:
        return _checked(data.decode("gb18030"), "GB18030")
    except UnicodeDecodeError as error:
        offset = max(error.start, utf8_error.start) + 1
        raise Refused("encoding_unreadable", offset=offset) from error


def decoded_as(data: bytes, encoding: str) -> str | None:
    """The text as ``encoding`` (as a web page declares it); None where it is not that."""
    name = encoding.strip().lower()
    if name in {"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936"}:
        name = "gb18030"
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def looks_garbled(text: str) -> bool:
    """Whether the characters beyond ASCII are mostly ones that Chinese tables do not use.

    Real ones are nine tenths of the commonest hanzi; Big5 read as GB18030 is under a half."""
    unusual = usual = 0
    for character in text[:_SAMPLE]:
        if character < "\x80":
            unusual += character < " " and character not in "\t\n\r\f\v\x1a"
        elif _is_usual(character):
            usual += 1
        else:
            unusual += 1
    return unusual >= _FEW and usual < _PLAUSIBLE * (usual + unusual)


def _is_usual(character: str) -> bool:
    if character in _USUAL_MARKS or "\uff01" <= character <= "\uff5e":  # full-width ASCII
        return True
    if character in "\u3000\u00a0¥\ufeff":
        return True
    if "①" <= character <= "⑳" or "㈠" <= character <= "㈩" or "Ⅰ" <= character <= "Ⅻ":
        return True
    try:
        return character.encode("gb2312")[0] in _GB2312_COMMON
    except UnicodeEncodeError:
        return False


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused("encoding_unreadable", offset=error.start + 1) from error


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: digits, commas and line ends have a zero byte on one side."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if min(even, odd) * 10 <= max(even, odd) and len(data) % 2 == 0:
        text = decoded_as(data, encoding)
        if text is not None and "\0" not in text and not looks_garbled(text):
            return text
    raise Refused("wrong_format", found="无法识别的二进制文件")


def _was_misread(text: str) -> bool:
    """Whether a program read the bytes by the wrong encoding before it saved them as these:
    市图 as 甯傚浘 or å¸‚å›¾, or what could not be read as 锟斤拷."""
    sample = text[:_SAMPLE]
    if any(sample.count(mark) >= _FEW for mark in _LOST):
        return True
    for wrong, right in (("gb18030", "utf-8"), ("cp1252", "utf-8"), ("cp1252", "gb18030")):
        again = sample.encode(wrong, "ignore").decode(right, "ignore")
        chinese = sum(character > "\x7f" for character in again)
        if chinese >= _FEW and 4 * chinese >= len(sample) - sample.count("\n"):
            return not looks_garbled(again)
    return False


def _checked(text: str, guess: str, *, sure: bool = False) -> str:
    """The text. ``sure``: the bytes prove the encoding, so that letters of other languages are
    what they seem; only what was garbled before it was saved is refused."""
    if "\0" in text:
        raise Refused("wrong_format", found="无法识别的二进制文件")
    if looks_garbled(text) and not (sure and not _was_misread(text)):
        sample = "".join(c for c in text[:2000] if c > "\x7f")[:8]
        if not sample:
            raise Refused("wrong_format", found="无法识别的二进制文件")
        raise Refused("encoding_doubtful", guess=guess.upper(), sample=sample)
    return text
