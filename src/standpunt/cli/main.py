"""The commands together, and what becomes of an error: one line, never a traceback."""

import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from standpunt.cli import (
    agreeing,
    asking,
    building,
    changing,
    coding,
    correcting,
    evaluating,
    explaining,
    following,
    forgetting,
    issues,
    knowing,
    laying,
    measuring,
    networks,
    portraying,
    sampling,
    serving,
    standing,
    timeline,
    witnessing,
    wondering,
    writing,
)
from standpunt.errors import StandpuntError

_EPILOG = """Exit status: 0 all is well; 1 an error; 2 the command was not understood; 3 the build is done but
something was set aside; 130 stopped by the keyboard."""

app = typer.Typer(
    name="standpunt",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_EPILOG,
)
app.command("build", no_args_is_help=True)(building.build)
app.command("new")(following.new)
app.command("revisions")(following.revisions)
app.command("show")(asking.show)
app.command("search", no_args_is_help=True)(asking.search)
app.command("statements")(witnessing.statements)
app.command("stories")(witnessing.stories)
app.command("actors")(asking.actors)
app.command("actor", no_args_is_help=True)(portraying.actor)
app.command("timeline")(timeline.timeline)
app.command("code")(issues.code)
app.command("positions")(standing.positions)
app.command("conditions")(standing.conditions)
app.command("matrix")(standing.matrix)
app.command("shifts")(changing.shifts)
app.command("contradictions")(changing.contradictions)
app.command("whatif")(wondering.whatif)
app.command("explain", no_args_is_help=True)(explaining.explain)
app.command("export")(writing.export)
app.command("network")(networks.network)
app.command("report")(writing.report)
app.command("serve")(serving.serve)
app.command("evaluate", no_args_is_help=True)(evaluating.evaluate)
app.command("agreement", no_args_is_help=True)(agreeing.agreement)
app.command("methods")(sampling.methods)
app.command("stance", no_args_is_help=True)(coding.stance)


class _ShowsByDefault(TyperGroup):
    """`standpunt registry` alone is `standpunt registry show`, and `standpunt issues brug.db` shows that dossier's."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        named = args and args[0] in (*self.commands, *ctx.help_option_names)
        return super().parse_args(ctx, args if named else ["show", *args])


registry = typer.Typer(
    cls=_ShowsByDefault,
    help="Ask the registry who held which office, look into it, check it, and add facts of your own.",
    rich_markup_mode="markdown",
)
registry.command("show")(knowing.show)
registry.command("search", no_args_is_help=True)(knowing.search)
registry.command("who", no_args_is_help=True)(knowing.who)
registry.command("check")(laying.check)
registry.command("import", no_args_is_help=True)(laying.import_)
app.add_typer(registry, name="registry")

of_issues = typer.Typer(
    cls=_ShowsByDefault,
    help="List the issues of a dossier, or draft a codebook from what its actors want, reject and speak of.",
    rich_markup_mode="markdown",
)
of_issues.command("show")(issues.show)
of_issues.command("suggest")(issues.suggest)
app.add_typer(of_issues, name="issues")

sample = typer.Typer(
    help="Draw a random sample for people to judge, and turn their answers into precision.",
    rich_markup_mode="markdown",
    no_args_is_help=True,
)
sample.command("draw")(sampling.draw)
sample.command("score", no_args_is_help=True)(sampling.score)
app.add_typer(sample, name="sample")

measure = typer.Typer(
    help="Measure a debate: which issues carry it, how polarised it is, who stands where on a line.",
    rich_markup_mode="markdown",
    no_args_is_help=True,
)
for measured in (measuring.backbone, measuring.polarisation, measuring.points):
    measure.command(measured.__name__)(measured)
app.add_typer(measure, name="measure")

forget = typer.Typer(
    help="Take a person or an article out of a dossier for good, and keep them out of it.",
    rich_markup_mode="markdown",
    no_args_is_help=True,
)
forget.command("person", no_args_is_help=True)(forgetting.person)
forget.command("article", no_args_is_help=True)(forgetting.article)
app.add_typer(forget, name="forget")

correct = typer.Typer(
    help="Set right what is wrong in a dossier; every later build keeps it right.",
    rich_markup_mode="markdown",
    no_args_is_help=True,
)
for change in (
    correcting.merge, correcting.split, correcting.rename, correcting.speaker, correcting.content,
    correcting.accept, correcting.reject, correcting.add, correcting.stance, correcting.undo,
):  # fmt: skip
    correct.command(change.__name__, no_args_is_help=True)(change)
correct.command("list")(correcting.listed)
app.add_typer(correct, name="correct")


def main() -> None:
    """What `standpunt` runs. Turns every StandpuntError into one line and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        if stream and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal that lacks a sign still works
    try:
        app()
    except StandpuntError as fault:
        _end(f"standpunt: {_one_line(str(fault))}", 1)
    except KeyboardInterrupt:
        _end("standpunt: stopped; what was read is kept, run it again to go on", 130)
    except BrokenPipeError:
        # whoever read our output has enough of it; a second error on closing would be told by Python itself
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as fault:
        _end(f"standpunt: {fault.filename or 'a file'}: {fault.strerror or fault}", 1)


def _end(said: str, status: int) -> None:
    print(said, file=sys.stderr)
    sys.exit(status)


def _one_line(said: str) -> str:
    return " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())


def _version(asked: bool) -> None:
    if asked:
        from standpunt import __version__

        print(f"standpunt {__version__}")
        raise typer.Exit


@app.callback()
def _standpunt(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Wie zei wat, wanneer: Dutch news articles become a dossier of who said what, when; each line leads to
    the sentence that it stands on.

    Example:

    - `standpunt build articles -o dossier.db`
    - `standpunt statements --speaker Brekelmans`
    - `standpunt report dossier.db -o dossier.html`
    """
