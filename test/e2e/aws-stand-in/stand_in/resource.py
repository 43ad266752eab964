"""What a CloudFormation resource type is to the stand-in, and the list of those that it makes itself."""

import copy
import uuid
from dataclasses import dataclass
from typing import Any, ClassVar

from . import api

Properties = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """Where a resource stands."""

    account: str
    region: str
    stack_name: str
    logical_id: str


class Refused(Exception):
    """What the service itself refuses, and neither botocore's model nor moto does."""


class UnknownAttribute(Exception):
    """Fn::GetAtt names an attribute that the type does not have."""


class Resource:
    """One resource of a stack. Subclasses say how a type is made, changed and removed."""

    cfn_type: ClassVar[str]
    made_by: ClassVar[str]
    #: Attributes that Fn::GetAtt may name.
    attribute_names: ClassVar[tuple[str, ...]] = ()

    def __init__(self, place: Place, properties: Properties) -> None:
        self.place = place
        self.properties = properties
        self.physical_resource_id = ""
        self.logical_resource_id = place.logical_id
        self.cf_resource_type = self.cfn_type

    def create(self) -> None:
        """Makes the resource and sets `physical_resource_id`."""
        raise NotImplementedError

    def update(self, properties: Properties) -> bool:
        """Brings the resource to `properties` in place; False where the type must be replaced instead."""
        del properties
        return False

    def remove(self) -> None:
        """Deletes the resource; a type without a delete call of its own goes with its parent."""

    def attributes(self) -> dict[str, Any]:
        """Values of `attribute_names`."""
        return {}

    def get_cfn_attribute(self, name: str) -> Any:
        """moto resolves Fn::GetAtt through this."""
        values = self.attributes()
        if name not in values:
            raise UnknownAttribute(f"{self.cfn_type} has no attribute {name} in the stand-in")
        return values[name]

    @classmethod
    def has_cfn_attr(cls, name: str) -> bool:
        """moto asks this before it makes outputs."""
        return name in cls.attribute_names

    def generated_name(self, limit: int = 64) -> str:
        """A name as CloudFormation makes them where the template gives none."""
        suffix = uuid.uuid4().hex[:12].upper()
        stem = f"{self.place.stack_name}-{self.place.logical_id}"[: limit - len(suffix) - 1]
        return f"{stem}-{suffix}"


class ApiResource(Resource):
    """A resource that is made by the service's own, emulated API."""

    made_by = "emulated API"
    service: ClassVar[str]
    create_operation: ClassVar[str]
    #: The service lives in one region, whichever the stack's.
    home_region: ClassVar[str | None] = None
    #: Property that holds the name, where CloudFormation generates one.
    name_property: ClassVar[str | None] = None
    name_limit: ClassVar[int] = 64

    def __init__(self, place: Place, properties: Properties) -> None:
        super().__init__(place, properties)
        self.answer: dict[str, Any] = {}
        if self.name_property:
            self.generated = {self.name_property: self.generated_name(self.name_limit)}
        else:
            self.generated = {}

    def create(self) -> None:
        self.answer = self.call(self.create_operation, self.parameters(self.all_properties()))
        self.physical_resource_id = self.identity()

    def identity(self) -> str:
        """The physical id: what Ref gives."""
        raise NotImplementedError

    def parameters(self, properties: Properties) -> Properties:
        """The create call's parameters, in CloudFormation's spelling."""
        return properties

    def all_properties(self, properties: Properties | None = None) -> Properties:
        """A copy of the properties, with a generated name where the template gives none."""
        return self.generated | copy.deepcopy(self.properties if properties is None else properties)

    def call(self, operation: str, parameters: Properties) -> dict[str, Any]:
        """Calls the resource's service."""
        return api.call(self.service, self.region, operation, parameters)

    def renamed(self, properties: Properties) -> bool:
        """Whether the new properties give another name, which only a replacement can do."""
        name = self.name_property
        return name is not None and self.all_properties()[name] != self.all_properties(properties)[name]

    @property
    def region(self) -> str:
        """Region whose API is called."""
        return self.home_region or self.place.region


class RecordedResource(ApiResource):
    """A type whose API moto lacks: botocore's model validates the properties, and nothing but the record is made."""

    made_by = "recorded only"

    def create(self) -> None:
        self.recorded_id = str(uuid.uuid4())
        self.recorded = self._validated(self.all_properties())
        self.physical_resource_id = self.identity()

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties):
            return False
        self.recorded = self._validated(self.all_properties(properties))
        return True

    def identity(self) -> str:
        return self.recorded_id

    @property
    def arn(self) -> str:
        """ARN of a global resource of this type."""
        kind = self.cfn_type.rsplit("::", maxsplit=1)[-1].lower()
        return f"arn:aws:{self.service}::{self.place.account}:{kind}/{self.recorded_id}"

    def _validated(self, properties: Properties) -> dict[str, Any]:
        return api.validated(self.service, self.region, self.create_operation, self.parameters(properties))


REGISTRY: dict[str, type[Resource]] = {}


def resource_type(cls: type[Resource]) -> type[Resource]:
    """Puts a class on the list of types that the stand-in makes."""
    REGISTRY[cls.cfn_type] = cls
    return cls
