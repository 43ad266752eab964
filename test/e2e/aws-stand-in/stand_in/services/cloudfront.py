"""CloudFront: distribution and origin access control through moto's API; the rest recorded only."""

import functools
from typing import Any

from ..resource import ApiResource, Properties, RecordedResource, Refused, resource_type

HOME = "us-east-1"


class CloudFrontResource(ApiResource):
    service = "cloudfront"
    home_region = HOME


@resource_type
class Distribution(CloudFrontResource):
    cfn_type = "AWS::CloudFront::Distribution"
    create_operation = "create_distribution_with_tags"
    attribute_names = ("Id", "DomainName")

    def parameters(self, properties: Properties) -> Properties:
        tags = properties.get("Tags", [])
        return {"DistributionConfigWithTags": {"DistributionConfig": self._config(properties), "Tags": {"Items": tags}}}

    def identity(self) -> str:
        return self.answer["Distribution"]["Id"]

    def attributes(self) -> dict[str, Any]:
        return {"Id": self.physical_resource_id, "DomainName": self.answer["Distribution"]["DomainName"]}

    def update(self, properties: Properties) -> bool:
        config = self._config(self.all_properties(properties))
        self.call("update_distribution", {"DistributionConfig": config, **self._key()})
        return True

    def remove(self) -> None:
        self.call("delete_distribution", self._key())

    def _config(self, properties: Properties) -> Properties:
        """CloudFormation supplies what the API demands and a template may leave out."""
        config = {"Comment": "", "CallerReference": self._reference, **properties["DistributionConfig"]}
        _check_certificate(config)
        return config

    @functools.cached_property
    def _reference(self) -> str:
        return self.generated_name(128)

    def _key(self) -> Properties:
        current = self.call("get_distribution", {"Id": self.physical_resource_id})
        return {"Id": self.physical_resource_id, "IfMatch": current["ETag"]}


def _check_certificate(config: Properties) -> None:
    certificate = config.get("ViewerCertificate", {}).get("AcmCertificateArn")
    if config.get("Aliases") and certificate is None:
        raise Refused("InvalidViewerCertificate: aliases need a certificate")
    if certificate and not certificate.startswith(f"arn:aws:acm:{HOME}:"):
        raise Refused(f"InvalidViewerCertificate: {certificate} is not in {HOME}")


@resource_type
class OriginAccessControl(CloudFrontResource):
    cfn_type = "AWS::CloudFront::OriginAccessControl"
    create_operation = "create_origin_access_control"
    attribute_names = ("Id",)

    def identity(self) -> str:
        return self.answer["OriginAccessControl"]["Id"]

    def attributes(self) -> dict[str, Any]:
        return {"Id": self.physical_resource_id}

    def update(self, properties: Properties) -> bool:
        self.call("update_origin_access_control", {"Id": self.physical_resource_id, **properties})
        return True

    def remove(self) -> None:
        self.call("delete_origin_access_control", {"Id": self.physical_resource_id})


class RecordedPolicy(RecordedResource):
    service = "cloudfront"
    home_region = HOME
    attribute_names = ("Id",)

    def attributes(self) -> dict[str, Any]:
        return {"Id": self.physical_resource_id}


@resource_type
class CachePolicy(RecordedPolicy):
    cfn_type = "AWS::CloudFront::CachePolicy"
    create_operation = "create_cache_policy"



@resource_type
class ResponseHeadersPolicy(RecordedPolicy):
    cfn_type = "AWS::CloudFront::ResponseHeadersPolicy"
    create_operation = "create_response_headers_policy"


@resource_type
class Function(RecordedResource):
    cfn_type = "AWS::CloudFront::Function"
    service = "cloudfront"
    home_region = HOME
    create_operation = "create_function"
    name_property = "Name"
    attribute_names = ("FunctionARN", "FunctionMetadata.FunctionARN", "Stage")

    def parameters(self, properties: Properties) -> Properties:
        # CloudFormation's own: publish after creating, and an answer that templates repeat.
        return {key: value for key, value in properties.items() if key not in ("AutoPublish", "FunctionMetadata")}

    def identity(self) -> str:
        return f"arn:aws:cloudfront::{self.place.account}:function/{self.all_properties()['Name']}"

    def attributes(self) -> dict[str, Any]:
        arn = self.physical_resource_id
        return {"FunctionARN": arn, "FunctionMetadata.FunctionARN": arn, "Stage": "LIVE"}


@resource_type
class KeyValueStore(RecordedResource):
    cfn_type = "AWS::CloudFront::KeyValueStore"
    service = "cloudfront"
    home_region = HOME
    create_operation = "create_key_value_store"
    name_property = "Name"
    attribute_names = ("Arn", "Id", "Status")

    def identity(self) -> str:
        return self.all_properties()["Name"]

    def attributes(self) -> dict[str, Any]:
        arn = f"arn:aws:cloudfront::{self.place.account}:key-value-store/{self.recorded_id}"
        return {"Arn": arn, "Id": self.recorded_id, "Status": "READY"}
