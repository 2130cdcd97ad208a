"""The part `fuzz`: every parser offered what Hypothesis makes of right and wrong, counted example by example."""

import logging
import time
from collections.abc import Iterable

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import HypothesisException

from tests.faults.fuzz import files, forms, values
from tests.faults.fuzz.strategy import Parser
from tests.faults.machine.outcome import Outcome
from tests.faults.machine.portion import Portion
from tests.stage import Stage
from wkc.errors.families import WkcError

WHAT = "lists, values, days, numbers, codes, JSON, documents, keyrings, ledgers, messages: {count} parsers"


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Offer each parser its share of the examples of a portion."""
    parsers = [*values.PARSERS, *files.PARSERS, *forms.list_parsers(stage)]
    return fuzz(parsers, portion.most // portion.of, portion.chance.getrandbits(32))


def fuzz(parsers: Iterable[Parser], most: int, chance: int) -> Outcome:
    """Offer parsers so many examples in all; `made` counts the examples that ran, shrinking not counted."""
    start, every = time.perf_counter(), list(parsers)
    whole = sum(parser.weight for parser in every)
    made, wrong = 0, []
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    for parser in every:
        count, failure = offer(parser, max(1, most * parser.weight // whole), chance)
        made += count
        if failure is not None:
            wrong.append(f"{parser.name}: {failure}")
    return Outcome("fuzz", WHAT.format(count=len(every)), made, tuple(wrong), time.perf_counter() - start)


def offer(parser: Parser, most: int, chance: int) -> tuple[int, str | None]:
    """Offer one parser so many examples; give how many ran, and the smallest that went wrong with why."""
    ran, failed = 0, None

    @settings(
        max_examples=most,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @seed(chance)
    @given(parser.offered)
    def check(offered: object) -> None:
        nonlocal ran, failed
        ran += failed is None
        try:
            parser.check(offered)
        except WkcError:
            return
        except Exception as error:
            failed = f"{offered!r:.600}: {type(error).__name__} {error!s:.300}"
            raise

    try:
        check()
    except HypothesisException as error:
        return ran, failed or f"{type(error).__name__}: {error}"
    except BaseException as error:  # a panic of a library is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        return ran, failed or f"{type(error).__name__}: {error!s:.300}"
    return ran, None
