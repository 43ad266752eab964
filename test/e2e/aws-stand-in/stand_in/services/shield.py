"""Shield Advanced: protections through moto's API; response team access and proactive engagement recorded only."""

from typing import Any

from ..resource import ApiResource, Properties, RecordedResource, resource_type

HOME = "us-east-1"


@resource_type
class Protection(ApiResource):
    cfn_type = "AWS::Shield::Protection"
    service = "shield"
    home_region = HOME
    create_operation = "create_protection"
    name_property = "Name"
    attribute_names = ("ProtectionId", "ProtectionArn")

    def parameters(self, properties: Properties) -> Properties:
        # Other calls of the service take these; moto has none of them.
        apart = ("HealthCheckArns", "ApplicationLayerAutomaticResponseConfiguration")
        return {key: value for key, value in properties.items() if key not in apart}

    def identity(self) -> str:
        return self.attributes()["ProtectionArn"]

    def attributes(self) -> dict[str, Any]:
        protection = self.answer["ProtectionId"]
        arn = f"arn:aws:shield::{self.place.account}:protection/{protection}"
        return {"ProtectionId": protection, "ProtectionArn": arn}

    def remove(self) -> None:
        self.call("delete_protection", {"ProtectionId": self.answer["ProtectionId"]})


@resource_type
class DrtAccess(RecordedResource):
    cfn_type = "AWS::Shield::DRTAccess"
    service = "shield"
    home_region = HOME
    create_operation = "associate_drt_role"
    attribute_names = ("AccountId",)

    def parameters(self, properties: Properties) -> Properties:
        return {"RoleArn": properties["RoleArn"]}

    def attributes(self) -> dict[str, Any]:
        return {"AccountId": self.place.account}


@resource_type
class ProactiveEngagement(RecordedResource):
    cfn_type = "AWS::Shield::ProactiveEngagement"
    service = "shield"
    home_region = HOME
    create_operation = "associate_proactive_engagement_details"
    attribute_names = ("AccountId",)

    def parameters(self, properties: Properties) -> Properties:
        return {"EmergencyContactList": properties["EmergencyContactList"]}

    def attributes(self) -> dict[str, Any]:
        return {"AccountId": self.place.account}
