"""S3: buckets with all that this project sets on them, and bucket policies."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..resource import ApiResource, Properties, Refused, resource_type
from .s3_lifecycle import lifecycle


@dataclass(frozen=True)
class Setting:
    """A property of AWS::S3::Bucket that a call of its own sets, and another takes away."""

    put: str
    argument: str
    delete: str | None
    convert: Callable[[Any], Any] = lambda value: value


def _encryption(value: Properties) -> Properties:
    names = {"ServerSideEncryptionByDefault": "ApplyServerSideEncryptionByDefault"}
    rules = value["ServerSideEncryptionConfiguration"]
    return {"Rules": [{names.get(key, key): item for key, item in rule.items()} for rule in rules]}


def _website(value: Properties) -> Properties:
    documents = {"IndexDocument": "Suffix", "ErrorDocument": "Key"}
    return {key: {documents[key]: item} if key in documents else item for key, item in value.items()}


def _logging(value: Properties) -> Properties:
    names = {"DestinationBucketName": "TargetBucket", "LogFilePrefix": "TargetPrefix"}
    enabled = {names.get(key, key): item for key, item in value.items()}
    return {"LoggingEnabled": {"TargetPrefix": "", **enabled}}


SETTINGS = {
    "BucketEncryption": Setting(
        "put_bucket_encryption", "ServerSideEncryptionConfiguration", "delete_bucket_encryption", _encryption
    ),
    "CorsConfiguration": Setting("put_bucket_cors", "CORSConfiguration", "delete_bucket_cors"),
    "LifecycleConfiguration": Setting(
        "put_bucket_lifecycle_configuration", "LifecycleConfiguration", "delete_bucket_lifecycle", lifecycle
    ),
    "LoggingConfiguration": Setting("put_bucket_logging", "BucketLoggingStatus", None, _logging),
    "ObjectLockConfiguration": Setting("put_object_lock_configuration", "ObjectLockConfiguration", None),
    "OwnershipControls": Setting(
        "put_bucket_ownership_controls", "OwnershipControls", "delete_bucket_ownership_controls"
    ),
    "PublicAccessBlockConfiguration": Setting(
        "put_public_access_block", "PublicAccessBlockConfiguration", "delete_public_access_block"
    ),
    "Tags": Setting("put_bucket_tagging", "Tagging", "delete_bucket_tagging", lambda tags: {"TagSet": tags}),
    "VersioningConfiguration": Setting("put_bucket_versioning", "VersioningConfiguration", None),
    "WebsiteConfiguration": Setting("put_bucket_website", "WebsiteConfiguration", "delete_bucket_website", _website),
}
AT_CREATION = ("AccessControl", "BucketName", "ObjectLockEnabled")


@resource_type
class Bucket(ApiResource):
    cfn_type = "AWS::S3::Bucket"
    service = "s3"
    create_operation = "create_bucket"
    name_property = "BucketName"
    name_limit = 63
    attribute_names = ("Arn", "DomainName", "DualStackDomainName", "RegionalDomainName", "WebsiteURL")

    def parameters(self, properties: Properties) -> Properties:
        if unknown := set(properties) - set(SETTINGS) - set(AT_CREATION):
            raise Refused(f"the stand-in sets no {', '.join(sorted(unknown))} on a bucket")
        made: Properties = {"Bucket": properties["BucketName"]}
        if properties.get("ObjectLockEnabled"):
            made["ObjectLockEnabledForBucket"] = True
        if "AccessControl" in properties:
            made["ACL"] = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", properties["AccessControl"]).lower()
        if self.region != "us-east-1":
            made["CreateBucketConfiguration"] = {"LocationConstraint": self.region}
        return made

    def generated_name(self, limit: int = 63) -> str:
        return super().generated_name(limit).lower()

    def create(self) -> None:
        super().create()
        for name, setting in SETTINGS.items():
            if name in self.properties:
                self._put(setting, self.all_properties()[name])

    def identity(self) -> str:
        return self.all_properties()["BucketName"]

    def attributes(self) -> dict[str, Any]:
        name, region = self.physical_resource_id, self.region
        return {
            "Arn": f"arn:aws:s3:::{name}",
            "DomainName": f"{name}.s3.amazonaws.com",
            "DualStackDomainName": f"{name}.s3.dualstack.{region}.amazonaws.com",
            "RegionalDomainName": f"{name}.s3.{region}.amazonaws.com",
            "WebsiteURL": f"http://{name}.s3-website-{region}.amazonaws.com",
        }

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties) or properties.get("ObjectLockEnabled") != self.properties.get("ObjectLockEnabled"):
            return False
        for name, setting in SETTINGS.items():
            if name in properties:
                self._put(setting, self.all_properties(properties)[name])
            elif name in self.properties and setting.delete:
                self.call(setting.delete, {"Bucket": self.physical_resource_id})
        return True

    def remove(self) -> None:
        self.call("delete_bucket", {"Bucket": self.physical_resource_id})

    def _put(self, setting: Setting, value: Any) -> None:
        self.call(setting.put, {"Bucket": self.physical_resource_id, setting.argument: setting.convert(value)})


@resource_type
class BucketPolicy(ApiResource):
    cfn_type = "AWS::S3::BucketPolicy"
    service = "s3"

    def create(self) -> None:
        self._put(self.properties)
        self.physical_resource_id = self.properties["Bucket"]

    def update(self, properties: Properties) -> bool:
        if properties["Bucket"] != self.properties["Bucket"]:
            return False
        self._put(properties)
        return True

    def remove(self) -> None:
        self.call("delete_bucket_policy", {"Bucket": self.physical_resource_id})

    def _put(self, properties: Properties) -> None:
        self.call("put_bucket_policy", {"Bucket": properties["Bucket"], "Policy": properties["PolicyDocument"]})
