"""Puts the stand-in's deployment under moto's CloudFormation API, and mends what the CDK CLI trips over."""

from urllib.parse import urlparse

from moto.cloudformation import models, responses
from moto.cloudformation.exceptions import CloudFormationError, ValidationError
from moto.core.responses import ActionResult, EmptyResult

from . import intrinsics
from .deployment import Deployment
from .state import StackState

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class ChangeSetNotFound(CloudFormationError):
    """The CDK CLI waits for this code, where moto answers ValidationError."""

    code = "ChangeSetNotFound"


def install() -> None:
    """Changes moto's classes in place; call once, before the first request."""
    intrinsics.install()
    models.ResourceMap = StackState
    models.Stack.create_resources = lambda stack: Deployment(stack).create(stack.template, stack.parameters)
    models.Stack.update = _update
    models.Stack.delete = lambda stack: Deployment(stack).delete()
    models.CloudFormationBackend.delete_stack = _delete_stack
    responses.CloudFormationResponse.describe_change_set = _describe_change_set
    responses.CloudFormationResponse.delete_change_set = _delete_change_set
    responses.CloudFormationResponse.execute_change_set = _execute_change_set
    responses.get_stack_from_s3_url = _template_from_url


def _update(stack, template, role_arn=None, parameters=None, tags=None) -> None:
    del role_arn
    stack.tags = stack.tags if tags is None else tags
    Deployment(stack).update(template, parameters or stack.parameters)


def _delete_stack(backend, name_or_stack_id: str) -> None:
    for stack in list(backend.stacks.values()):
        if name_or_stack_id in (stack.name, stack.stack_id):
            stack.delete()
            if stack.status == "DELETE_COMPLETE":
                backend.deleted_stacks[stack.stack_id] = backend.stacks.pop(stack.stack_id)


def _find(response) -> models.ChangeSet | None:
    """The newest change set of that name in that stack: moto looks through all stacks."""
    name, stack = response._get_param("ChangeSetName"), response._get_param("StackName")
    for change_set in reversed(response.cloudformation_backend.change_sets.values()):
        if name == change_set.change_set_id:
            return change_set
        if name == change_set.change_set_name and stack in (change_set.stack_name, change_set.stack_id, None):
            return change_set
    return None


def _describe_change_set(response) -> ActionResult:
    change_set = _find(response)
    if change_set is None:
        raise ChangeSetNotFound(f"ChangeSet [{response._get_param('ChangeSetName')}] does not exist")
    return ActionResult(change_set)


def _delete_change_set(response) -> EmptyResult:
    change_set = _find(response)
    # To delete one that is not there is no error on AWS.
    if change_set is not None:
        del response.cloudformation_backend.change_sets[change_set.change_set_id]
    return EmptyResult()


def _execute_change_set(response) -> EmptyResult:
    change_set = _find(response)
    if change_set is None:
        raise ChangeSetNotFound(f"ChangeSet [{response._get_param('ChangeSetName')}] does not exist")
    if change_set.execution_status != "AVAILABLE":
        raise ValidationError(message=f"ChangeSet [{change_set.change_set_id}] cannot be executed")
    stack, deployment = change_set.stack, Deployment(change_set.stack)
    stack.tags = change_set.tags or stack.tags
    deploy = deployment.create if change_set.change_set_type == "CREATE" else deployment.update
    deploy(change_set.template, change_set.parameters)
    change_set.execution_status = "EXECUTE_COMPLETE"
    return EmptyResult()


_moto_template_from_url = responses.get_stack_from_s3_url


def _template_from_url(template_url: str, account_id: str, partition: str) -> str:
    """The CDK CLI makes TemplateURL from its endpoint, which here is loopback."""
    url = urlparse(template_url)
    if url.hostname in LOOPBACK:
        template_url = f"https://s3.amazonaws.com{url.path}"
    return _moto_template_from_url(template_url, account_id, partition)
