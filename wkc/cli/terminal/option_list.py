"""A list of options that several commands share: written once, as fields, and spread over each of them.

Hand-written: typer reads the options of a command from its own parameters only.
"""

from __future__ import annotations

from functools import wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable


def spread(name: str, options: Callable[..., object]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the fields of `options` as parameters of its own, in the place of its parameter `name`.

    The fields are Annotated with their typer.Option and have defaults; the command gets one filled `options`.
    """

    def replace_parameter(command: Callable[..., None]) -> Callable[..., None]:
        types = get_type_hints(options, include_extras=True)
        shared = [
            Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=types[field.name])
            for field in signature(options).parameters.values()
        ]
        own = signature(command, eval_str=True)
        kept = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in own.parameters.values()]
        place = list(own.parameters).index(name)

        @wraps(command)
        def run(**typed: Any) -> None:
            chosen = options(**{field.name: typed.pop(field.name) for field in shared})
            command(**typed | {name: chosen})

        parameters = [*kept[:place], *shared, *kept[place + 1 :]]
        run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in parameters}
        del run.__wrapped__
        return run

    return replace_parameter
