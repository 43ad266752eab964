"""Brings a stack to a template as CloudFormation does: in order of need, told in events, and back on a failure."""

import logging
from collections.abc import Callable
from typing import Any

from moto.cloudformation.models import Event, Stack
from moto.cloudformation.parsing import OutputMap

from .resource import REGISTRY, Place, Properties, Resource
from .state import StackState

KEPT_ON_DELETE = ("Retain", "RetainExceptOnCreate")
Parameters = dict[str, str]
logger = logging.getLogger(__name__)


class Failed(Exception):
    """A resource, or the stack as a whole, could not be brought to the template."""


class Deployment:
    """One operation on one stack. A failure is told by events and the stack's status, never raised."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.state: StackState = stack.resource_map
        self.undo: list[Callable[[], None]] = []
        self.superseded: list[tuple[Resource, Properties]] = []

    def create(self, body: str, parameters: Parameters) -> None:
        """Makes the stack; ends in CREATE_COMPLETE or ROLLBACK_COMPLETE."""
        self._deploy("CREATE", "ROLLBACK", body, parameters, before=None)

    def update(self, body: str, parameters: Parameters) -> None:
        """Changes the stack; ends in UPDATE_COMPLETE or UPDATE_ROLLBACK_COMPLETE."""
        before = (self.stack.template, self.stack.parameters)
        self._deploy("UPDATE", "UPDATE_ROLLBACK", body, parameters, before)

    def delete(self) -> None:
        """Removes what the template does not retain; ends in DELETE_COMPLETE or DELETE_FAILED."""
        self._status("DELETE_IN_PROGRESS", "User Initiated")
        failed = [logical_id for logical_id in self._existing_backwards() if not self._remove_existing(logical_id)]
        if failed:
            self._status("DELETE_FAILED", f"The following resource(s) failed to delete: [{', '.join(failed)}].")
        else:
            self._status("DELETE_COMPLETE")

    def _deploy(
        self, verb: str, rollback: str, body: str, parameters: Parameters, before: tuple[str, Parameters] | None
    ) -> None:
        present = list(self.state.resources)
        self._status(f"{verb}_IN_PROGRESS", "User Initiated")
        try:
            self._aim(body, parameters)
            self._bring_all()
            self._make_outputs(self.stack.template_dict)
        except Failed as failure:
            self._status(f"{rollback}_IN_PROGRESS", str(failure))
            undone = self._roll_back()
            if before is not None:
                self._aim(*before)
            self._make_outputs({} if before is None else self.stack.template_dict)
            self._status(f"{rollback}_{'COMPLETE' if undone else 'FAILED'}")
            return
        self._clean_up(present)
        self._status(f"{verb}_COMPLETE")

    def _aim(self, body: str, parameters: Parameters) -> None:
        try:
            template = Stack.parse_template(body)
            self.old_definitions = self.state._resource_json_map
            self.state.aim(template, parameters)
        except Exception as problem:
            raise Failed(f"Template error: {problem}") from problem
        self.stack.template, self.stack.template_dict, self.stack.parameters = body, template, parameters
        self.stack.description = template.get("Description")

    def _bring_all(self) -> None:
        for logical_id in self.state.wanted():
            try:
                self._bring(logical_id)
            except Exception as problem:
                logger.warning("%s failed", logical_id, exc_info=problem)
                kind = "UPDATE_FAILED" if self.state.existing(logical_id) else "CREATE_FAILED"
                reason = f"{type(problem).__name__}: {problem}"
                self._event(kind, logical_id, self.state.definition(logical_id)["Type"], "", reason)
                raise Failed(f"The following resource(s) failed: [{logical_id}].") from problem

    def _bring(self, logical_id: str) -> None:
        cfn_type = self.state.definition(logical_id)["Type"]
        if cfn_type not in REGISTRY:
            raise Failed(f"the stand-in has no {cfn_type}; give it one under stand_in/services")
        properties = self.state.properties(logical_id)
        existing = self.state.existing(logical_id)
        if existing is None:
            self._create(logical_id, properties)
        elif existing.cfn_type != cfn_type or existing.properties != properties:
            self._change(existing, properties)

    def _create(self, logical_id: str, properties: Properties) -> None:
        stack = self.stack
        place = Place(stack.account_id, stack.region_name, stack.name, logical_id)
        resource = REGISTRY[self.state.definition(logical_id)["Type"]](place, properties)
        self._resource_event("CREATE_IN_PROGRESS", resource)
        self.undo.append(lambda: self._take_back(resource))
        resource.create()
        self.state.keep(resource)
        self._resource_event("CREATE_COMPLETE", resource)

    def _change(self, existing: Resource, properties: Properties) -> None:
        logical_id, old = existing.logical_resource_id, existing.properties
        self._resource_event("UPDATE_IN_PROGRESS", existing)
        if existing.cfn_type == self.state.definition(logical_id)["Type"]:
            self.undo.append(lambda: self._change_back(existing, old))
            if existing.update(properties):
                existing.properties = properties
                self._resource_event("UPDATE_COMPLETE", existing)
                return
        self.undo.append(lambda: self.state.keep(existing))
        self._create(logical_id, properties)
        self.superseded.append((existing, self.old_definitions[logical_id]))

    def _roll_back(self) -> bool:
        undone = True
        for step in reversed(self.undo):
            try:
                step()
            except Exception as problem:
                logger.warning("a step of the rollback failed", exc_info=problem)
                undone = False
        return undone

    def _take_back(self, resource: Resource) -> None:
        self.state.forget(resource.logical_resource_id)
        if not resource.physical_resource_id:
            return
        if self.state.definition(resource.logical_resource_id).get("DeletionPolicy") == "Retain":
            self._resource_event("DELETE_SKIPPED", resource)
            return
        resource.remove()
        self._resource_event("DELETE_COMPLETE", resource)

    def _change_back(self, resource: Resource, properties: Properties) -> None:
        resource.update(properties)
        resource.properties = properties
        self._resource_event("UPDATE_COMPLETE", resource)

    def _clean_up(self, present: list[str]) -> None:
        """Removes what was replaced, then what the new template no longer has; failures are told, not undone."""
        for resource, definition in reversed(self.superseded):
            self._remove(resource, definition.get("UpdateReplacePolicy"))
        wanted = set(self.state.wanted())
        for logical_id in reversed(present):
            resource = self.state.existing(logical_id)
            if logical_id not in wanted and resource:
                self._remove(resource, self.old_definitions[logical_id].get("DeletionPolicy"))
                self.state.forget(logical_id)

    def _existing_backwards(self) -> list[str]:
        return [logical_id for logical_id in reversed(self.state.wanted()) if self.state.existing(logical_id)]

    def _remove_existing(self, logical_id: str) -> bool:
        resource = self.state[logical_id]
        removed = self._remove(resource, self.state.definition(logical_id).get("DeletionPolicy"))
        if removed:
            self.state.forget(logical_id)
        return removed

    def _remove(self, resource: Resource, policy: str | None) -> bool:
        if policy in KEPT_ON_DELETE:
            self._resource_event("DELETE_SKIPPED", resource)
            return True
        self._resource_event("DELETE_IN_PROGRESS", resource)
        try:
            resource.remove()
        except Exception as problem:
            logger.warning("%s could not be removed", resource.logical_resource_id, exc_info=problem)
            self._resource_event("DELETE_FAILED", resource, f"{type(problem).__name__}: {problem}")
            return False
        self._resource_event("DELETE_COMPLETE", resource)
        return True

    def _make_outputs(self, template: dict[str, Any]) -> None:
        outputs = OutputMap(self.state, {"Outputs": template.get("Outputs", {})}, self.stack.stack_id)
        try:
            list(outputs.values())
        except Exception as problem:
            raise Failed(f"Outputs: {problem}") from problem
        self.stack.output_map = outputs

    def _status(self, status: str, reason: str | None = None) -> None:
        self.stack.status = status
        self._event(status, self.stack.name, "AWS::CloudFormation::Stack", self.stack.stack_id, reason)

    def _resource_event(self, status: str, resource: Resource, reason: str | None = None) -> None:
        logical_id, physical_id = resource.logical_resource_id, resource.physical_resource_id
        self._event(status, logical_id, resource.cfn_type, physical_id, reason)

    def _event(self, status: str, logical_id: str, cfn_type: str, physical_id: str, reason: str | None) -> None:
        facts: dict[str, Any] = {
            "stack_id": self.stack.stack_id,
            "stack_name": self.stack.name,
            "logical_resource_id": logical_id,
            "physical_resource_id": physical_id,
            "resource_type": cfn_type,
            "resource_status": status,
            "resource_status_reason": reason,
            "resource_properties": None,
        }
        self.stack.events.append(Event(**facts))
