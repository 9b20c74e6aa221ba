"""What the command line library says in English, in Swedish: help, and what is wrong with a command."""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from kvalitet_metrics.errors import UsageError, menade_du_fras

ORD = {
    "Usage: ": "Användning: ",
    "Options:": "Val:",
    "Arguments:": "Uppgifter:",
    "Commands:": "Kommandon:",
    "[OPTIONS]": "[VAL]",
    "COMMAND [ARGS]...": "KOMMANDO [UPPGIFTER]...",
    "Show this message and exit.": "Visa den här hjälpen.",
    "[required]": "[måste anges]",
    "[default:": "[annars:",
    "<str>": "<text>",
    "<int>": "<tal>",
    "<float>": "<tal>",
    "<path>": "<mapp>",
    "<list[str]>": "<text>",
    "<list[Path]>": "<filer>",
}
"""The library's own words in help texts."""


class Kommando(TyperCommand):
    """A command whose help is Swedish throughout."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return swedish(super().get_help(ctx))


class Kommandon(TyperGroup):
    """A group of commands, with help and the answer to an unknown command in Swedish."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return swedish(super().get_help(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names. Raises UsageError with the nearest where there is none."""
        if args[0] not in self.commands:
            finns = ", ".join(self.commands)
            raise UsageError(
                f"Kommandot «{args[0]}» finns inte.{menade_du_fras(args[0], self.commands)} "
                f"Det som finns är: {finns}."
            )
        return super().resolve_command(ctx, args)


def group(help: str, **settings: Any) -> typer.Typer:
    """A group of commands that answers in Swedish; `settings` as typer.Typer has them."""
    return typer.Typer(
        cls=Kommandon,
        rich_markup_mode=None,
        help=help,
        add_completion=False,
        pretty_exceptions_enable=False,
        **settings,
    )


def swedish(help: str) -> str:
    """A help text with the library's own words replaced."""
    for english, word in ORD.items():
        help = help.replace(english, word)
    return help


def usage_text(error: typer.TyperException) -> str:
    """What typer found wrong with the command, in Swedish and with where to read more."""
    ctx = getattr(error, "ctx", None)
    option = getattr(error, "option_name", "")
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return error.format_message()
        case "MissingParameter":
            text_ = f"Uppgift saknas: {error.param.get_error_hint()}."  # type: ignore[attr-defined]
        case "NoSuchOption":
            finns = [o for p in ctx.command.params for o in p.opts if o.startswith("--")] if ctx else []
            text_ = f"Valet «{option}» finns inte.{menade_du_fras(option, finns)}"
        case "BadOptionUsage" if "requires" in error.message:
            text_ = f"Valet «{option}» måste följas av ett värde."
        case "BadOptionUsage":
            text_ = f"Valet «{option}» tar inget värde."
        case "BadParameter":
            text_ = f"Fel värde på {error.param.get_error_hint()}."  # type: ignore[attr-defined]
        case _:
            text_ = "Kommandot fick fler ord än det tar emot. Sätt citattecken om namn med mellanslag."
    path = ctx.command_path if ctx else "python -m kvalitet_metrics"
    return f"{text_} Hjälp: {path} --help"
