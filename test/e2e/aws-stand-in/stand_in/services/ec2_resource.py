"""What EC2's types share: tags by a call of their own, and few changes in place."""

from typing import ClassVar

from ..resource import ApiResource, Properties


class Ec2Resource(ApiResource):
    service = "ec2"
    #: Where the create call's answer holds the physical id.
    answer_path: ClassVar[tuple[str, ...]] = ()
    #: Properties that a call of their own sets.
    apart: ClassVar[tuple[str, ...]] = ()

    def parameters(self, properties: Properties) -> Properties:
        return {key: value for key, value in properties.items() if key not in (*self.apart, "Tags")}

    def create(self) -> None:
        super().create()
        self._tag(self.properties)

    def identity(self) -> str:
        found = self.answer
        for step in self.answer_path:
            found = found[step]
        return str(found)

    def update(self, properties: Properties) -> bool:
        if not self.update_in_place(properties):
            return False
        self._tag(properties)
        return True

    def update_in_place(self, properties: Properties) -> bool:
        """Brings all but the tags up to date; False where the type must be replaced instead."""
        return self.parameters(properties) == self.parameters(self.properties)

    def taggable_id(self) -> str:
        """What tags are put on: the physical id, for most types."""
        return self.physical_resource_id

    def _tag(self, properties: Properties) -> None:
        if tags := properties.get("Tags"):
            self.call("create_tags", {"Resources": [self.taggable_id()], "Tags": tags})
