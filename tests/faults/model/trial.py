"""The part `model`: steps by the ten thousand, each a command whose outcome the model knew."""

import time

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.machine.outcome import Outcome
from tests.faults.machine.portion import Portion
from tests.faults.model.keeping import Walk
from tests.faults.model.machine import found
from tests.stage import Stage

STEPS, COMMANDS = 50, 78
"""Rules in one example, and about how many commands they give."""


def trial(stage: Stage, portion: Portion) -> Outcome:
    """Run examples until so many commands were compared."""
    start = time.perf_counter()
    folder = stage.folder / "office"
    folder.mkdir(mode=0o700)
    ran, wrong = run(
        found(folder), max(1, portion.most // portion.of // COMMANDS), STEPS, portion.chance.getrandbits(32)
    )
    what = "commands by random users: outcome, lists, entries, terms and what falls due as the model has them"
    return Outcome("model", what, ran, wrong, time.perf_counter() - start)


def machine_of(office: Stage) -> type[Walk]:
    """Give the machine whose examples begin with a copy of this office."""

    class Here(Walk):
        template = office
        ran = 0

    return Here


def run(office: Stage, examples: int, steps: int, chance: int) -> tuple[int, tuple[str, ...]]:
    """Run so many examples; give the commands that were compared, and what went wrong."""
    here = seed(chance)(machine_of(office))
    chosen = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(here, settings=chosen)
    except AssertionError as error:
        notes = "\n".join(getattr(error, "__notes__", ()))
        return here.ran, (f"{error}\n{notes}",)
    return here.ran, ()
