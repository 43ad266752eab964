"""Calls the services' own APIs, on this same server, the way CloudFormation's resource handlers do."""

import functools
import os
from typing import Any

import boto3
from botocore.client import BaseClient
from botocore.config import Config
from botocore.model import OperationModel, Shape
from botocore.validate import ParamValidator

from .reshape import reshape


class InvalidProperties(Exception):
    """The service's model does not take these properties."""


def call(service: str, region: str, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """Calls `operation` (snake case) with properties in CloudFormation's spelling; gives the answer."""
    made = validated(service, region, operation, parameters)
    return getattr(client(service, region), operation)(**made)


def validated(service: str, region: str, operation: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """The parameters in the API's spelling; raises InvalidProperties where the service's model refuses them."""
    model = _model(client(service, region), operation)
    if model.input_shape is None:
        return {}
    made = reshape(model.input_shape, parameters)
    report = ParamValidator().validate(made, model.input_shape)
    problems = [report.generate_report()] if report.has_errors() else []
    problems += _unknown_values(model.input_shape, made, operation)
    if problems:
        raise InvalidProperties(f"{service}:{model.name}: " + "; ".join(problems))
    return made


@functools.cache
def client(service: str, region: str) -> BaseClient:
    """A client of one service; the endpoint is this server, whose address `server.main` puts into the environment."""
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=os.environ["STAND_IN_URL"],
        aws_access_key_id="stand-in",
        aws_secret_access_key="stand-in",
        config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}),
    )


def _model(api: BaseClient, operation: str) -> OperationModel:
    return api.meta.service_model.operation_model(api.meta.method_to_api_mapping[operation])


def _unknown_values(shape: Shape, value: Any, path: str) -> list[str]:
    """Values outside a closed list of the model, which botocore itself lets through."""
    allowed = getattr(shape, "enum", [])
    if allowed and value not in allowed:
        return [f"{path}: {value!r} is none of {', '.join(allowed)}"]
    parts = _parts(shape, value)
    return [problem for name, part, item in parts for problem in _unknown_values(part, item, f"{path}.{name}")]


def _parts(shape: Shape, value: Any) -> list[tuple[str, Shape, Any]]:
    """Name, shape and value of what a structure, list or map holds."""
    if shape.type_name == "structure" and isinstance(value, dict):
        return [(name, shape.members[name], item) for name, item in value.items() if name in shape.members]
    if shape.type_name == "list" and isinstance(value, list):
        return [(str(index), shape.member, item) for index, item in enumerate(value)]
    if shape.type_name == "map" and isinstance(value, dict):
        return [(name, shape.value, item) for name, item in value.items()]
    return []
