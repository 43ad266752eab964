"""IAM: roles and their policies. moto stores policies and does not judge calls by them."""

from typing import Any

from ..resource import ApiResource, Properties, resource_type

HOME = "us-east-1"


class IamResource(ApiResource):
    service = "iam"
    home_region = HOME


@resource_type
class Role(IamResource):
    cfn_type = "AWS::IAM::Role"
    create_operation = "create_role"
    name_property = "RoleName"
    attribute_names = ("Arn", "RoleId")

    def parameters(self, properties: Properties) -> Properties:
        return {key: value for key, value in properties.items() if key not in ("Policies", "ManagedPolicyArns")}

    def create(self) -> None:
        super().create()
        self._grant(self.properties)

    def identity(self) -> str:
        return self.all_properties()["RoleName"]

    def attributes(self) -> dict[str, Any]:
        return {"Arn": self.answer["Role"]["Arn"], "RoleId": self.answer["Role"]["RoleId"]}

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties):
            return False
        trust = {"PolicyDocument": properties["AssumeRolePolicyDocument"]}
        self.call("update_assume_role_policy", {**self._name(), **trust})
        self._revoke()
        self._grant(properties)
        return True

    def remove(self) -> None:
        self._revoke()
        self.call("delete_role", self._name())

    def _name(self) -> Properties:
        return {"RoleName": self.physical_resource_id}

    def _grant(self, properties: Properties) -> None:
        for policy in properties.get("Policies", []):
            self.call("put_role_policy", {**self._name(), **policy})
        for arn in properties.get("ManagedPolicyArns", []):
            self.call("attach_role_policy", {**self._name(), "PolicyArn": arn})

    def _revoke(self) -> None:
        for policy in self.properties.get("Policies", []):
            self.call("delete_role_policy", {**self._name(), "PolicyName": policy["PolicyName"]})
        for arn in self.properties.get("ManagedPolicyArns", []):
            self.call("detach_role_policy", {**self._name(), "PolicyArn": arn})


@resource_type
class Policy(IamResource):
    """An inline policy that CloudFormation puts on each of its roles."""

    cfn_type = "AWS::IAM::Policy"

    def create(self) -> None:
        self._put(self.properties)
        self.physical_resource_id = self.generated_name()

    def update(self, properties: Properties) -> bool:
        if properties["PolicyName"] != self.properties["PolicyName"]:
            return False
        gone = set(self.properties.get("Roles", [])) - set(properties.get("Roles", []))
        self._delete(gone)
        self._put(properties)
        return True

    def remove(self) -> None:
        self._delete(set(self.properties.get("Roles", [])))

    def _put(self, properties: Properties) -> None:
        policy = {key: properties[key] for key in ("PolicyName", "PolicyDocument")}
        for role in properties.get("Roles", []):
            self.call("put_role_policy", {"RoleName": role, **policy})

    def _delete(self, roles: set[str]) -> None:
        for role in roles:
            self.call("delete_role_policy", {"RoleName": role, "PolicyName": self.properties["PolicyName"]})


@resource_type
class ManagedPolicy(IamResource):
    cfn_type = "AWS::IAM::ManagedPolicy"
    create_operation = "create_policy"
    name_property = "ManagedPolicyName"
    attribute_names = ("PolicyArn",)

    def parameters(self, properties: Properties) -> Properties:
        named = {"PolicyName": properties["ManagedPolicyName"]}
        kept = ("Description", "Path", "PolicyDocument")
        return named | {key: properties[key] for key in kept if key in properties}

    def create(self) -> None:
        super().create()
        for role in self.properties.get("Roles", []):
            self.call("attach_role_policy", {"RoleName": role, "PolicyArn": self.physical_resource_id})

    def identity(self) -> str:
        return self.answer["Policy"]["Arn"]

    def attributes(self) -> dict[str, Any]:
        return {"PolicyArn": self.physical_resource_id}

    def remove(self) -> None:
        for role in self.properties.get("Roles", []):
            self.call("detach_role_policy", {"RoleName": role, "PolicyArn": self.physical_resource_id})
        self.call("delete_policy", {"PolicyArn": self.physical_resource_id})
