"""Typer's own words in Chinese: headings of the help, and what it says of a wrong call."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from dashboard.errors import UsageError
from dashboard.text import tidy

if TYPE_CHECKING:
    from typer.exceptions import TyperException

_HELP = "显示帮助并退出。"
_METAVARS = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}
_SEE_HELP = "运行 dudao --help 查看用法。"


class _Chinese:
    """What a command and a group of commands have in common."""

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _HELP
        return option

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        for english, chinese in _METAVARS.items():
            pieces = pieces.replace(english, chinese)
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from typer import rich_utils

        rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
        rich_utils.OPTIONS_PANEL_TITLE = "选项"
        rich_utils.COMMANDS_PANEL_TITLE = "命令"
        rich_utils.DEFAULT_STRING = "[默认：{}]"
        rich_utils.REQUIRED_LONG_STRING = "[必填]"
        for parameter in self.get_params(ctx):  # type: ignore[attr-defined]
            if parameter.param_type_name == "argument" or getattr(parameter, "is_flag", False):
                parameter.display_type_rich = _no_type
        super().format_help(ctx, formatter)  # type: ignore[misc]


class ChineseCommand(_Chinese, TyperCommand):
    """A command whose help is in Chinese."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line; UsageError names what was written beyond what is taken."""
        ctx.allow_extra_args = True
        left: list[str] = super().parse_args(ctx, args)
        if left:
            raise UsageError(f"多余的参数：{tidy(' '.join(left))}。{_SEE_HELP}")
        return left


class ChineseGroup(_Chinese, TyperGroup):
    """The program itself; a mistyped command is answered with the nearest one."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command; UsageError names the nearest where there is none of that name."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise UsageError(f"没有命令 {args[0]}。{nearest(args[0], self.list_commands(ctx))}")
        return super().resolve_command(ctx, args)


def _no_type(**_: Any) -> None:
    """Instead of a type in Python's words, such as <bool>."""


def close_to(written: str, existing: list[str]) -> list[str]:
    """The few names that resemble what was written, the most alike first."""
    return get_close_matches(written, existing, n=3, cutoff=0.5)


def nearest(written: str, existing: list[str]) -> str:
    """A sentence that names what was probably meant, else all there is."""
    close = close_to(written, existing)
    return f"是否要写：{'、'.join(close)}？" if close else f"可用的有：{'、'.join(existing)}。"


def explained(error: TyperException) -> str:
    """What was wrong with the call, in Chinese."""
    parameter = getattr(error, "param", None)
    name = _shown(parameter) if parameter is not None else ""
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return error.message
        case "NoSuchOption":
            possible = "、".join(getattr(error, "possibilities", None) or ())
            hint = f"是否要写：{possible}？" if possible else ""
            return f"没有选项 {getattr(error, 'option_name', '')}。{hint}{_SEE_HELP}"
        case "MissingParameter":
            return f"缺少{name}。{_SEE_HELP}"
        case "BadParameter":
            return f"{name} 的值无效（{error.message}）。{_SEE_HELP}"
        case "BadOptionUsage":
            return (
                f"选项 {getattr(error, 'option_name', '')} 的用法不对，后面要有一个值。{_SEE_HELP}"
            )
        case _:
            return f"用法不对：{error.format_message()}。{_SEE_HELP}"


def _shown(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"参数 {parameter.metavar or parameter.name}"
    return f"选项 {parameter.opts[0]}"
