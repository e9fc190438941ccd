"""A group of commands that are listed in the order in which they are needed."""

from pathlib import Path

import click


class InOrder(click.Group):
    """Lists its commands as they were added; click would sort them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; where it is a file, what was meant is near."""
        if args[0] not in self.commands and Path(args[0]).exists():
            ctx.fail(f"{args[0]!r} is no command but a file or folder; write {ctx.command_path} clean before it")
        return super().resolve_command(ctx, args)
