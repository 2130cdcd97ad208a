"""A list of options that several commands share: written once, as fields, and spread over each of them.

Hand-written: typer reads the options of a command from its own parameters only.
"""

from __future__ import annotations

from functools import cache, wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


def spread(name: str, options: Callable[..., object]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the fields of `options` as parameters of its own, in the place of its parameter `name`.

    The fields are Annotated with their typer.Option and have defaults; the command gets one filled `options`. A field
    that is itself a NamedTuple of options gives its fields in its place.
    """

    def replace_parameter(command: Callable[..., None]) -> Callable[..., None]:
        shared = list(_list_parameters(options))
        own = signature(command, eval_str=True)
        kept = [one.replace(kind=Parameter.KEYWORD_ONLY) for one in own.parameters.values()]
        place = list(own.parameters).index(name)

        @wraps(command)
        def run(**typed: Any) -> None:
            others = {one.name: typed[one.name] for one in kept if one.name != name}
            command(**others, **{name: _fill(options, typed)})

        parameters = [*kept[:place], *shared, *kept[place + 1 :]]
        run.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {one.name: one.annotation for one in parameters}
        del run.__wrapped__
        return run

    return replace_parameter


@cache
def _find_types(options: Callable[..., object]) -> dict[str, Any]:
    return get_type_hints(options, include_extras=True)


def _is_list(annotation: object) -> bool:
    """Tell whether a field is a list of options of its own."""
    return hasattr(annotation, "_fields")


def _list_parameters(options: Callable[..., object]) -> Iterator[Parameter]:
    types = _find_types(options)
    for field in signature(options).parameters.values():
        annotation = types[field.name]
        if _is_list(annotation):
            yield from _list_parameters(annotation)
        else:
            yield Parameter(field.name, Parameter.KEYWORD_ONLY, default=field.default, annotation=annotation)


def _fill(options: Callable[..., object], typed: Mapping[str, Any]) -> object:
    types = _find_types(options)
    return options(**{name: _fill(types[name], typed) if _is_list(types[name]) else typed[name] for name in types})
