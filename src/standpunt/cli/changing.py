"""`standpunt shifts` and `contradictions`: two positions side by side."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from standpunt.cli import options
from standpunt.cli.standing import Actor, Issue, coded

if TYPE_CHECKING:
    from rich.text import Text


def shifts(
    dossier: options.Source = options.DEFAULT,
    actor: Actor = "",
    issue: Issue = "",
    as_json: options.AsJson = False,
) -> None:
    """List who takes another stance than before, with both sentences; also against the line so far of his cabinet or
    party, where an article recalls it.

    Example:

    - `standpunt shifts --issue tunnel`
    - `standpunt shifts --json`
    """
    from standpunt.cli import paint

    with coded(dossier) as answers:
        found = answers.shifts(actor, issue)
    if as_json:
        paint.json(found)
        return
    for each in found:
        paint.out().print(shift(each), "", sep="\n")
    paint.err().print(paint.line((paint.count(len(found), "shift"), "quiet")))


def contradictions(
    dossier: options.Source = options.DEFAULT,
    actor: Actor = "",
    issue: Issue = "",
    as_json: options.AsJson = False,
) -> None:
    """List stances close in time that do not go together: of one actor, or of two of one cabinet or party.

    Example:

    - `standpunt contradictions`
    - `standpunt contradictions --actor Brandsma --json`
    """
    from standpunt.cli import paint

    with coded(dossier) as answers:
        found = answers.contradictions(actor, issue)
    if as_json:
        paint.json(found)
        return
    for each in found:
        paint.out().print(contradiction(each), "", sep="\n")
    paint.err().print(paint.line((paint.count(len(found), "contradiction"), "quiet")))


def shift(row: Mapping[str, Any]) -> "Text":
    """A row of `Answers.shifts`."""
    against = f"  leaves the line of {row['line']} so far" if row["line"] else ""
    office = f"  changed: {'; '.join(row['offices'])}" if row["offices"] else ""
    return _pair(row["after"], against + office, (("before", row["before"]), ("now", row["after"])))


def contradiction(row: Mapping[str, Any]) -> "Text":
    """A row of `Answers.contradictions`."""
    beside = f"  both stand for {row['side']}" if row["side"] else "  against himself or itself"
    return _pair(row["one"], beside, (("one", row["one"]), ("other", row["other"])))


def _pair(head: dict[str, Any], told: str, sides: Iterable[tuple[str, dict[str, Any]]]) -> "Text":
    from standpunt.cli import paint

    lines = [paint.line((head["actor"], "name"), f"  {head['issue_id']}", (told, "quiet"))]
    for label, row in sides:
        who = (f"  {row['actor']}", "name") if row["actor_id"] != head["actor_id"] else ""
        lines.append(
            paint.line(
                f"\n  {label:<7}", (row["held"], "date"), "  ", paint.stance(row["stance"]), who,
                "\n    ", paint.sentence(row),
            )
        )  # fmt: skip
    return paint.line(*lines)
