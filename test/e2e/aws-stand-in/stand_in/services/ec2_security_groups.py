"""EC2: security groups and their rules, in the group or beside it."""

from typing import Any

from ..resource import Properties, resource_type
from .ec2_resource import Ec2Resource

EVERYTHING_OUT = [{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}]
PEERS = {
    "CidrIp": ("IpRanges", "CidrIp"),
    "CidrIpv6": ("Ipv6Ranges", "CidrIpv6"),
    "SourceSecurityGroupId": ("UserIdGroupPairs", "GroupId"),
    "DestinationSecurityGroupId": ("UserIdGroupPairs", "GroupId"),
    "SourcePrefixListId": ("PrefixListIds", "PrefixListId"),
    "DestinationPrefixListId": ("PrefixListIds", "PrefixListId"),
}


def _permission(rule: Properties) -> Properties:
    made = {key: rule[key] for key in ("IpProtocol", "FromPort", "ToPort") if key in rule}
    described = {"Description": rule["Description"]} if "Description" in rule else {}
    for key, (peers, name) in PEERS.items():
        if key in rule:
            made[peers] = [{name: rule[key], **described}]
    return made


@resource_type
class SecurityGroup(Ec2Resource):
    cfn_type = "AWS::EC2::SecurityGroup"
    create_operation = "create_security_group"
    name_property = "GroupName"
    name_limit = 255
    answer_path = ("GroupId",)
    apart = ("GroupDescription", "SecurityGroupEgress", "SecurityGroupIngress")
    attribute_names = ("GroupId", "VpcId")

    def parameters(self, properties: Properties) -> Properties:
        return super().parameters(properties) | {"Description": properties["GroupDescription"]}

    def create(self) -> None:
        super().create()
        self._replace_rules({"SecurityGroupEgress": None}, self.properties)

    def attributes(self) -> dict[str, Any]:
        return {"GroupId": self.physical_resource_id, "VpcId": self.properties.get("VpcId", "")}

    def update_in_place(self, properties: Properties) -> bool:
        fixed = ("GroupName", "GroupDescription", "VpcId")
        if any(properties.get(key) != self.properties.get(key) for key in fixed):
            return False
        self._replace_rules(self.properties, properties)
        return True

    def remove(self) -> None:
        self.call("delete_security_group", {"GroupId": self.physical_resource_id})

    def _replace_rules(self, old: Properties, new: Properties) -> None:
        for key, direction in (("SecurityGroupEgress", "egress"), ("SecurityGroupIngress", "ingress")):
            # A group without egress rules of its own lets everything out, in CloudFormation as in the API.
            default = EVERYTHING_OUT if direction == "egress" else []
            before, after = self._permissions(old.get(key), default), self._permissions(new.get(key), default)
            if before == after:
                continue
            if before:
                self._rule_call(f"revoke_security_group_{direction}", before)
            if after:
                self._rule_call(f"authorize_security_group_{direction}", after)

    @staticmethod
    def _permissions(rules: list[Properties] | None, default: list[Properties]) -> list[Properties]:
        return default if rules is None else [_permission(rule) for rule in rules]

    def _rule_call(self, operation: str, permissions: list[Properties]) -> None:
        self.call(operation, {"GroupId": self.physical_resource_id, "IpPermissions": permissions})


class SecurityGroupRule(Ec2Resource):
    direction: str

    def create(self) -> None:
        self._rule_call("authorize")
        self.physical_resource_id = self.generated_name()

    def remove(self) -> None:
        self._rule_call("revoke")

    def _rule_call(self, verb: str) -> None:
        permissions = {"IpPermissions": [_permission(self.properties)]}
        self.call(f"{verb}_security_group_{self.direction}", {"GroupId": self.properties["GroupId"], **permissions})


@resource_type
class SecurityGroupIngress(SecurityGroupRule):
    cfn_type = "AWS::EC2::SecurityGroupIngress"
    direction = "ingress"


@resource_type
class SecurityGroupEgress(SecurityGroupRule):
    cfn_type = "AWS::EC2::SecurityGroupEgress"
    direction = "egress"
