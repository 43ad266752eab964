"""What time it is for the checks of dates, so that a stack with fixed dates deploys the same in any year."""

from datetime import UTC, datetime

from moto.scheduler import models as scheduler


def real() -> datetime:
    """The present, in UTC."""
    return datetime.now(UTC)


_now = real


def now() -> datetime:
    """The stand-in's present, in UTC."""
    return _now()


def stop_at(instant: datetime) -> None:
    """Makes `instant` the present of every check of a schedule's dates."""
    global _now
    _now = lambda: instant  # noqa: E731
    scheduler.utcnow = lambda: instant.replace(tzinfo=None)
