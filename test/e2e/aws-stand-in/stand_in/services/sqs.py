"""SQS: queues and their policies."""

from typing import Any

from ..resource import ApiResource, Properties, resource_type

APART = ("QueueName", "Tags")


class SqsResource(ApiResource):
    service = "sqs"


@resource_type
class Queue(SqsResource):
    cfn_type = "AWS::SQS::Queue"
    create_operation = "create_queue"
    name_property = "QueueName"
    name_limit = 80
    attribute_names = ("Arn", "QueueName", "QueueUrl")

    def parameters(self, properties: Properties) -> Properties:
        tags = {"Tags": properties["Tags"]} if "Tags" in properties else {}
        return {"QueueName": properties["QueueName"], "Attributes": _attributes(properties), **tags}

    def identity(self) -> str:
        return self.answer["QueueUrl"]

    def attributes(self) -> dict[str, Any]:
        name = self.all_properties()["QueueName"]
        arn = f"arn:aws:sqs:{self.place.region}:{self.place.account}:{name}"
        return {"Arn": arn, "QueueName": name, "QueueUrl": self.physical_resource_id}

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties):
            return False
        attributes = {"Attributes": _attributes(properties)}
        self.call("set_queue_attributes", {"QueueUrl": self.physical_resource_id, **attributes})
        return True

    def remove(self) -> None:
        self.call("delete_queue", {"QueueUrl": self.physical_resource_id})


@resource_type
class QueuePolicy(SqsResource):
    cfn_type = "AWS::SQS::QueuePolicy"

    def create(self) -> None:
        self._put(self.properties)
        self.physical_resource_id = self.generated_name()

    def update(self, properties: Properties) -> bool:
        self._put(properties)
        return True

    def _put(self, properties: Properties) -> None:
        policy = {"Attributes": {"Policy": properties["PolicyDocument"]}}
        for queue in properties["Queues"]:
            self.call("set_queue_attributes", {"QueueUrl": queue, **policy})


def _attributes(properties: Properties) -> Properties:
    """SQS takes every attribute as a string."""
    spelled = {True: "true", False: "false"}
    return {
        key: spelled[value] if isinstance(value, bool) else value
        for key, value in properties.items()
        if key not in APART
    }
