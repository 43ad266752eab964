"""What a stack has: moto's resource map, which here only remembers; the deployment makes and removes."""

from collections.abc import Iterable
from graphlib import TopologicalSorter
from typing import Any

from moto.cloudformation.parsing import ResourceMap

from .intrinsics import references, resolve
from .resource import Resource


class StackState(ResourceMap):
    """Template, resolved parameters and conditions, and the resources that exist."""

    def __getitem__(self, key: str) -> Any:
        return self._parsed_resources[key]

    def __len__(self) -> int:
        return len(list(self.resources))

    @property
    def resources(self) -> Iterable[str]:
        return [key for key, value in self._parsed_resources.items() if isinstance(value, Resource)]

    def load(self) -> None:
        """Parameters and conditions of the template; moto's check of the outputs is left to the deployment."""
        self.load_mapping()
        self.load_parameters()
        self.load_conditions()

    def parse_ssm_parameter(self, value: str, value_type: str) -> Any:
        try:
            return super().parse_ssm_parameter(value, value_type)
        except AttributeError:
            # A change set that keeps a parameter's previous value hands on the value already looked up.
            return value

    def aim(self, template: dict[str, Any], parameters: dict[str, str]) -> None:
        """Makes `template` the one to work towards."""
        self._template = template
        self._resource_json_map = template["Resources"]
        self.input_parameters = parameters
        self.resolved_parameters = {}
        self.load()

    def existing(self, logical_id: str) -> Resource | None:
        found = self._parsed_resources.get(logical_id)
        return found if isinstance(found, Resource) else None

    def keep(self, resource: Resource) -> None:
        self._parsed_resources[resource.logical_resource_id] = resource

    def forget(self, logical_id: str) -> None:
        self._parsed_resources.pop(logical_id, None)

    def definition(self, logical_id: str) -> dict[str, Any]:
        return self._resource_json_map[logical_id]

    def properties(self, logical_id: str) -> dict[str, Any]:
        """Properties with every intrinsic function resolved."""
        return resolve(self.definition(logical_id).get("Properties", {}), self)

    def wanted(self) -> list[str]:
        """Logical ids of the template whose condition holds, each after those that it needs."""
        needs = {
            logical_id: [name for name in self._needs(definition) if name in self._resource_json_map]
            for logical_id, definition in self._resource_json_map.items()
        }
        return [logical_id for logical_id in TopologicalSorter(needs).static_order() if self._holds(logical_id)]

    def _holds(self, logical_id: str) -> bool:
        condition = self.definition(logical_id).get("Condition")
        return condition is None or bool(self.lazy_condition_map[condition])

    @staticmethod
    def _needs(definition: dict[str, Any]) -> list[str]:
        declared = definition.get("DependsOn", [])
        return [*references(definition.get("Properties", {})), *([declared] if isinstance(declared, str) else declared)]
