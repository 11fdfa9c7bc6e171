"""`standpunt shifts` and `contradictions`: two positions side by side."""

from collections.abc import Iterable
from typing import Any

from standpunt.cli import options
from standpunt.cli.standing import Actor, Issue, coded


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
        against = f"  leaves the line of {each['line']} so far" if each["line"] else ""
        office = f"  changed: {'; '.join(each['offices'])}" if each["offices"] else ""
        _pair(each["after"], against + office, (("before", each["before"]), ("now", each["after"])))
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
        beside = f"  both stand for {each['side']}" if each["side"] else "  against himself or itself"
        _pair(each["one"], beside, (("one", each["one"]), ("other", each["other"])))
    paint.err().print(paint.line((paint.count(len(found), "contradiction"), "quiet")))


def _pair(head: dict[str, Any], told: str, sides: Iterable[tuple[str, dict[str, Any]]]) -> None:
    from standpunt.cli import paint

    out = paint.out()
    out.print(paint.line((head["actor"], "name"), f"  {head['issue_id']}", (told, "quiet")))
    for label, row in sides:
        who = (f"  {row['actor']}", "name") if row["actor_id"] != head["actor_id"] else ""
        out.print(
            paint.line(
                f"  {label:<7}", (row["held"], "date"), "  ", paint.stance(row["stance"]), who,
                "\n    ", paint.sentence(row),
            )
        )  # fmt: skip
    out.print()
