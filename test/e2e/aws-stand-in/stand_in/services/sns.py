"""SNS: topics, their policies and subscriptions."""

from typing import Any

from ..resource import ApiResource, Properties, resource_type

ATTRIBUTES = ("DisplayName", "KmsMasterKeyId", "SignatureVersion", "TracingConfig")


class SnsResource(ApiResource):
    service = "sns"


@resource_type
class Topic(SnsResource):
    cfn_type = "AWS::SNS::Topic"
    create_operation = "create_topic"
    name_property = "TopicName"
    name_limit = 256
    attribute_names = ("TopicArn", "TopicName")

    def parameters(self, properties: Properties) -> Properties:
        attributes = {key: properties[key] for key in ATTRIBUTES if key in properties}
        return {"Name": properties["TopicName"], "Attributes": attributes, "Tags": properties.get("Tags", [])}

    def create(self) -> None:
        super().create()
        for subscription in self.properties.get("Subscription", []):
            self.call("subscribe", {"TopicArn": self.physical_resource_id, **subscription})

    def identity(self) -> str:
        return self.answer["TopicArn"]

    def attributes(self) -> dict[str, Any]:
        return {"TopicArn": self.physical_resource_id, "TopicName": self.all_properties()["TopicName"]}

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties):
            return False
        for key in ATTRIBUTES:
            if properties.get(key) != self.properties.get(key):
                attribute = {"AttributeName": key, "AttributeValue": properties.get(key, "")}
                self.call("set_topic_attributes", {"TopicArn": self.physical_resource_id, **attribute})
        return True

    def remove(self) -> None:
        self.call("delete_topic", {"TopicArn": self.physical_resource_id})


@resource_type
class TopicPolicy(SnsResource):
    cfn_type = "AWS::SNS::TopicPolicy"

    def create(self) -> None:
        self._put(self.properties)
        self.physical_resource_id = self.generated_name()

    def update(self, properties: Properties) -> bool:
        self._put(properties)
        return True

    def _put(self, properties: Properties) -> None:
        policy = {"AttributeName": "Policy", "AttributeValue": properties["PolicyDocument"]}
        for topic in properties["Topics"]:
            self.call("set_topic_attributes", {"TopicArn": topic, **policy})


@resource_type
class Subscription(SnsResource):
    cfn_type = "AWS::SNS::Subscription"
    create_operation = "subscribe"
    attribute_names = ("Arn",)

    def parameters(self, properties: Properties) -> Properties:
        direct = {key: properties[key] for key in ("TopicArn", "Protocol", "Endpoint") if key in properties}
        return direct | {"ReturnSubscriptionArn": True}

    def identity(self) -> str:
        return self.answer["SubscriptionArn"]

    def attributes(self) -> dict[str, Any]:
        return {"Arn": self.physical_resource_id}

    def remove(self) -> None:
        self.call("unsubscribe", {"SubscriptionArn": self.physical_resource_id})
