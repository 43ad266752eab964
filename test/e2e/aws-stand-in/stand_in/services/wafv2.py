"""WAFv2: web ACL, IP set and logging configuration."""

import re
from typing import Any

from ..resource import ApiResource, Properties, Refused, resource_type

LOG_NAME_PREFIX = "aws-waf-logs-"


class ScopedResource(ApiResource):
    """WAF names its things by name, id and scope, and demands the last lock token for each change."""

    service = "wafv2"
    name_property = "Name"
    attribute_names = ("Arn", "Id")
    operations_name: str

    def parameters(self, properties: Properties) -> Properties:
        if properties.get("Scope") == "CLOUDFRONT" and self.region != "us-east-1":
            raise Refused("WAFInvalidParameterException: scope CLOUDFRONT is for us-east-1 only")
        return properties

    def identity(self) -> str:
        return "|".join(self._key().values())

    def attributes(self) -> dict[str, Any]:
        return {"Arn": self.answer["Summary"]["ARN"], "Id": self.answer["Summary"]["Id"]}

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties) or properties.get("Scope") != self.properties.get("Scope"):
            return False
        parameters = self.parameters(self.all_properties(properties))
        changed = {key: value for key, value in parameters.items() if key != "Tags"}
        self.call(f"update_{self.operations_name}", changed | self._locked_key())
        return True

    def remove(self) -> None:
        self.call(f"delete_{self.operations_name}", self._locked_key())

    def _key(self) -> Properties:
        properties = self.all_properties()
        return {"Name": properties["Name"], "Id": self.answer["Summary"]["Id"], "Scope": properties["Scope"]}

    def _locked_key(self) -> Properties:
        key = self._key()
        return key | {"LockToken": self.call(f"get_{self.operations_name}", key)["LockToken"]}


@resource_type
class WebAcl(ScopedResource):
    cfn_type = "AWS::WAFv2::WebACL"
    create_operation = "create_web_acl"
    operations_name = "web_acl"

    def parameters(self, properties: Properties) -> Properties:
        rules = properties.get("Rules", [])
        priorities = [rule["Priority"] for rule in rules]
        if len(set(priorities)) < len(priorities):
            raise Refused("WAFInvalidParameterException: two rules have the same priority")
        for rule in rules:
            if ("Action" in rule) == ("OverrideAction" in rule):
                raise Refused(f"WAFInvalidParameterException: {rule['Name']} needs Action or OverrideAction, one")
        return super().parameters(properties)


@resource_type
class IpSet(ScopedResource):
    cfn_type = "AWS::WAFv2::IPSet"
    create_operation = "create_ip_set"
    operations_name = "ip_set"


@resource_type
class LoggingConfiguration(ApiResource):
    cfn_type = "AWS::WAFv2::LoggingConfiguration"
    service = "wafv2"
    create_operation = "put_logging_configuration"

    def parameters(self, properties: Properties) -> Properties:
        for arn in properties["LogDestinationConfigs"]:
            if not re.search(rf"[:/]{LOG_NAME_PREFIX}[^:]*$", arn):
                raise Refused(f"WAFInvalidParameterException: {arn} is no destination named {LOG_NAME_PREFIX}…")
        return {"LoggingConfiguration": properties}

    def identity(self) -> str:
        return self.properties["ResourceArn"]

    def update(self, properties: Properties) -> bool:
        if properties["ResourceArn"] != self.properties["ResourceArn"]:
            return False
        self.call(self.create_operation, self.parameters(properties))
        return True

    def remove(self) -> None:
        self.call("delete_logging_configuration", {"ResourceArn": self.properties["ResourceArn"]})
