"""Turns CloudFormation properties into the parameters of the service's own API, led by botocore's service model.

The two spell the same things differently: CloudFormation has plain lists where CloudFront's API wants
`{Quantity, Items}`, tags as a list where some APIs want a map, numbers as strings, and other capitals.
A property that the API does not know is left in, so that the validation after this names it.
"""

import json
from typing import Any

from botocore.model import Shape

RENAMED = {"ipv6enabled": "IsIPV6Enabled"}


def reshape(shape: Shape, value: Any) -> Any:
    """The API's form of a property value."""
    reshaper = _BY_TYPE.get(shape.type_name)
    return reshaper(shape, value) if reshaper else value


def _structure(shape: Shape, value: Any) -> Any:
    if isinstance(value, list) and "Items" in shape.members:
        return _counted(shape, value)
    if not isinstance(value, dict):
        return value
    spelling = {name.lower(): name for name in shape.members}
    reshaped = {}
    for key, item in value.items():
        name = RENAMED.get(key.lower()) or spelling.get(key.lower(), key)
        member = shape.members.get(name)
        reshaped[name] = reshape(member, item) if member else item
    if "Quantity" in shape.members and "Items" in reshaped:
        reshaped["Quantity"] = len(reshaped["Items"])
    return _nest_cached_methods(shape, reshaped)


def _counted(shape: Shape, value: list[Any]) -> dict[str, Any]:
    items = {"Items": [reshape(shape.members["Items"].member, item) for item in value]} if value else {}
    return items | ({"Quantity": len(value)} if "Quantity" in shape.members else {})


def _nest_cached_methods(shape: Shape, behavior: dict[str, Any]) -> dict[str, Any]:
    """CloudFront's API keeps CachedMethods inside AllowedMethods, CloudFormation beside it."""
    if "AllowedMethods" in shape.members and "CachedMethods" in behavior:
        methods = behavior.pop("CachedMethods")
        behavior["AllowedMethods"]["CachedMethods"] = {"Quantity": len(methods), "Items": methods}
    return behavior


def _list(shape: Shape, value: Any) -> Any:
    return [reshape(shape.member, item) for item in value] if isinstance(value, list) else value


def _map(shape: Shape, value: Any) -> Any:
    if isinstance(value, list):
        return {tag["Key"]: tag["Value"] for tag in value}
    return {key: reshape(shape.value, item) for key, item in value.items()} if isinstance(value, dict) else value


def _integer(_: Shape, value: Any) -> Any:
    return int(value) if isinstance(value, str) and value.lstrip("-").isdigit() else value


def _number(_: Shape, value: Any) -> Any:
    return float(value) if isinstance(value, str | int) and not isinstance(value, bool) else value


def _boolean(_: Shape, value: Any) -> Any:
    return value == "true" if value in ("true", "false") else value


def _string(_: Shape, value: Any) -> Any:
    if isinstance(value, dict | list):
        return json.dumps(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _blob(_: Shape, value: Any) -> Any:
    return value.encode() if isinstance(value, str) else value


_BY_TYPE = {
    "structure": _structure,
    "list": _list,
    "map": _map,
    "integer": _integer,
    "long": _integer,
    "float": _number,
    "double": _number,
    "boolean": _boolean,
    "string": _string,
    "blob": _blob,
}
