"""CloudWatch Logs: groups, resource policies and the three parts of a vended log delivery."""

from typing import Any

from ..resource import ApiResource, Properties, Refused, resource_type


class LogsResource(ApiResource):
    service = "logs"
    attribute_names = ("Arn",)


@resource_type
class LogGroup(LogsResource):
    cfn_type = "AWS::Logs::LogGroup"
    create_operation = "create_log_group"
    name_property = "LogGroupName"
    name_limit = 512

    def parameters(self, properties: Properties) -> Properties:
        return {key: value for key, value in properties.items() if key != "RetentionInDays"}

    def create(self) -> None:
        super().create()
        self._retain(self.properties)

    def identity(self) -> str:
        return self.all_properties()["LogGroupName"]

    def attributes(self) -> dict[str, Any]:
        place = self.place
        return {"Arn": f"arn:aws:logs:{place.region}:{place.account}:log-group:{self.physical_resource_id}:*"}

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties):
            return False
        self._retain(properties)
        return True

    def remove(self) -> None:
        self.call("delete_log_group", {"LogGroupName": self.physical_resource_id})

    def _retain(self, properties: Properties) -> None:
        group = {"LogGroupName": self.physical_resource_id}
        if days := properties.get("RetentionInDays"):
            self.call("put_retention_policy", {**group, "RetentionInDays": days})
        elif self.properties.get("RetentionInDays"):
            self.call("delete_retention_policy", group)


@resource_type
class ResourcePolicy(LogsResource):
    cfn_type = "AWS::Logs::ResourcePolicy"
    create_operation = "put_resource_policy"
    attribute_names = ()

    def identity(self) -> str:
        return self.properties["PolicyName"]

    def update(self, properties: Properties) -> bool:
        if properties["PolicyName"] != self.properties["PolicyName"]:
            return False
        self.call(self.create_operation, properties)
        return True

    def remove(self) -> None:
        self.call("delete_resource_policy", {"PolicyName": self.physical_resource_id})


@resource_type
class DeliverySource(LogsResource):
    cfn_type = "AWS::Logs::DeliverySource"
    create_operation = "put_delivery_source"

    def parameters(self, properties: Properties) -> Properties:
        if ":cloudfront:" in properties.get("ResourceArn", "") and self.region != "us-east-1":
            raise Refused("ValidationException: CloudFront's logs are delivered from us-east-1 only")
        return properties

    def identity(self) -> str:
        return self.properties["Name"]

    def attributes(self) -> dict[str, Any]:
        return {"Arn": self.answer["deliverySource"]["arn"]}

    def remove(self) -> None:
        self.call("delete_delivery_source", {"Name": self.physical_resource_id})


@resource_type
class DeliveryDestination(LogsResource):
    cfn_type = "AWS::Logs::DeliveryDestination"
    create_operation = "put_delivery_destination"

    def parameters(self, properties: Properties) -> Properties:
        arn = properties.pop("DestinationResourceArn", None)
        return properties | {"DeliveryDestinationConfiguration": {"DestinationResourceArn": arn}}

    def identity(self) -> str:
        return self.properties["Name"]

    def attributes(self) -> dict[str, Any]:
        return {"Arn": self.answer["deliveryDestination"]["arn"]}

    def remove(self) -> None:
        self.call("delete_delivery_destination", {"Name": self.physical_resource_id})


@resource_type
class Delivery(LogsResource):
    cfn_type = "AWS::Logs::Delivery"
    create_operation = "create_delivery"
    attribute_names = ("Arn", "DeliveryId")

    def parameters(self, properties: Properties) -> Properties:
        s3 = {"SuffixPath": properties.pop("S3SuffixPath", None)}
        s3["EnableHiveCompatiblePath"] = properties.pop("S3EnableHiveCompatiblePath", None)
        configured = {key: value for key, value in s3.items() if value is not None}
        return properties | ({"S3DeliveryConfiguration": configured} if configured else {})

    def identity(self) -> str:
        return self.answer["delivery"]["id"]

    def attributes(self) -> dict[str, Any]:
        return {"Arn": self.answer["delivery"]["arn"], "DeliveryId": self.physical_resource_id}

    def remove(self) -> None:
        self.call("delete_delivery", {"Id": self.physical_resource_id})
