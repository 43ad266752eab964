"""What moto's service models leave out or do otherwise than AWS, as far as this project's stacks show it."""

import functools

from moto.cloudfront import models as cloudfront
from moto.cloudtrail.responses import CloudTrailResponse
from moto.iam.access_control import PermissionResult
from moto.s3.models import FakeBucket


def install() -> None:
    """Changes moto's classes in place; call once, before the first request."""
    # moto applies a Deny of a bucket policy without its Condition, so that enforceSSL shuts the bucket for all:
    # policies are stored here, and not applied.
    FakeBucket.get_permission = lambda bucket, action, resource: PermissionResult.NEUTRAL
    # S3 takes a log target whose bucket policy comes later; the CDK's policy names the logging bucket, so it must.
    FakeBucket._log_permissions_enabled_policy = staticmethod(lambda target_bucket, target_prefix: True)
    # The CDK CLI looks here for the cause of a failed deployment, and retries for 20 seconds without an answer.
    CloudTrailResponse.lookup_events = lambda response: '{"Events": []}'
    _keep(cloudfront.Origin, "origin_access_control_id", "OriginAccessControlId", "")
    _keep(cloudfront.DefaultCacheBehaviour, "function_associations", "FunctionAssociations", {"Quantity": 0})


def _keep(model: type, attribute: str, key: str, default: object) -> None:
    """Lets a model keep a part of its configuration that moto drops."""
    original = model.__init__

    @functools.wraps(original)
    def initialize(self, config) -> None:
        original(self, config)
        setattr(self, attribute, config.get(key, default))

    model.__init__ = initialize
