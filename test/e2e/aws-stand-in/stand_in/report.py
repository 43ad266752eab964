"""What the stand-in made, and what it only recorded: the JSON that tests and the reporter read."""

from typing import Any

from moto.cloudformation import cloudformation_backends
from moto.cloudformation.models import Stack

from .resource import RecordedResource, Resource


def report() -> dict[str, Any]:
    """Every stack of every account and region, deleted ones too, oldest first."""
    backends = [backend for account in cloudformation_backends.values() for backend in account.values()]
    stacks = [
        stack for backend in backends for stack in (*backend.stacks.values(), *backend.deleted_stacks.values())
    ]
    return {"stacks": [_stack(stack) for stack in sorted(stacks, key=lambda stack: stack.creation_time)]}


def _stack(stack: Stack) -> dict[str, Any]:
    return {
        "name": stack.name,
        "region": stack.region_name,
        "status": stack.status,
        "outputs": {output.key: output.value for output in stack.output_map.values() if output},
        "resources": [_resource(resource) for resource in stack.resource_map.values()],
        "events": [_event(event) for event in stack.events],
    }


def _resource(resource: Resource) -> dict[str, Any]:
    return {
        "logicalId": resource.logical_resource_id,
        "physicalId": resource.physical_resource_id,
        "type": resource.cfn_type,
        "madeBy": resource.made_by,
        # The parameters as the service's API would have got them.
        "recorded": resource.recorded if isinstance(resource, RecordedResource) else None,
    }


def _event(event: Any) -> dict[str, Any]:
    return {
        "logicalId": event.logical_resource_id,
        "type": event.resource_type,
        "status": event.resource_status,
        "reason": event.resource_status_reason,
    }
