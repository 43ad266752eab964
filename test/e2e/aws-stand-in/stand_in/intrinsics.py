"""Intrinsic functions: moto's, plus what it lacks, and which resources a definition refers to."""

import re
from collections.abc import Iterator
from typing import Any

from moto.cloudformation import cloudformation_backends, parsing

_moto_resolve = parsing.clean_json


class Unresolvable(Exception):
    """A reference to something that is not there."""


def install() -> None:
    """Puts the additions in moto's place; moto's own recursion goes through them too."""
    parsing.clean_json = _resolve


def resolve(definition: Any, state: parsing.ResourceMap) -> Any:
    """The value of a definition, without anything that is AWS::NoValue."""
    return _without_none(_resolve(definition, state))


def references(definition: Any) -> Iterator[str]:
    """Logical ids, parameters and pseudo parameters that a definition refers to."""
    if isinstance(definition, list):
        for item in definition:
            yield from references(item)
    if not isinstance(definition, dict):
        return
    for key, value in definition.items():
        if key == "Ref":
            yield value
        elif key == "Fn::GetAtt":
            yield (value if isinstance(value, list) else value.split("."))[0]
        elif key == "Fn::Sub":
            template = value[0] if isinstance(value, list) else value
            yield from re.findall(r"\$\{([A-Za-z0-9]+)", template)
            yield from references(value)
        else:
            yield from references(value)


def _resolve(definition: Any, state: parsing.ResourceMap) -> Any:
    if isinstance(definition, dict):
        if "Fn::GetStackOutput" in definition:
            return _stack_output(_resolve(definition["Fn::GetStackOutput"], state), state)
        if definition.get("Fn::GetAZs") == "":
            definition = {"Fn::GetAZs": {"Ref": "AWS::Region"}}
        if isinstance(definition.get("Fn::GetAZs"), dict):
            definition = {"Fn::GetAZs": _resolve(definition["Fn::GetAZs"], state)}
    return _moto_resolve(definition, state)


def _stack_output(source: dict[str, str], state: parsing.ResourceMap) -> str:
    """What a weak cross-stack reference reads: an output of a stack that may stand in another region."""
    account, region = state["AWS::AccountId"], source.get("Region", state["AWS::Region"])
    for stack in cloudformation_backends[account][region].stacks.values():
        if source["StackName"] in (stack.name, stack.stack_id) and source["OutputName"] in stack.output_map:
            return stack.output_map[source["OutputName"]].value
    raise Unresolvable(f"no output {source['OutputName']} of stack {source['StackName']} in {region}")


def _without_none(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_none(item) for item in value if item is not None]
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    return value
