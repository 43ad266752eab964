"""Lambda: functions (never run here), what happens to their asynchronous events, and permissions."""

from typing import Any

from ..resource import ApiResource, Properties, resource_type

NOT_AT_CREATION = ("ReservedConcurrentExecutions", "RecursiveLoop", "RuntimeManagementConfig")


class LambdaResource(ApiResource):
    service = "lambda"


@resource_type
class Function(LambdaResource):
    cfn_type = "AWS::Lambda::Function"
    create_operation = "create_function"
    name_property = "FunctionName"
    attribute_names = ("Arn",)

    def parameters(self, properties: Properties) -> Properties:
        return {key: value for key, value in properties.items() if key not in NOT_AT_CREATION}

    def create(self) -> None:
        super().create()
        self._reserve(self.properties)

    def identity(self) -> str:
        return self.answer["FunctionName"]

    def attributes(self) -> dict[str, Any]:
        return {"Arn": self.answer["FunctionArn"]}

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties):
            return False
        name = {"FunctionName": self.physical_resource_id}
        if properties["Code"] != self.properties["Code"]:
            self.call("update_function_code", {**name, **properties["Code"]})
        apart = (*NOT_AT_CREATION, "Code", "Tags", "Architectures", "PackageType", "FunctionName")
        configuration = {key: value for key, value in properties.items() if key not in apart}
        self.call("update_function_configuration", {**name, **configuration})
        self._reserve(properties)
        return True

    def remove(self) -> None:
        self.call("delete_function", {"FunctionName": self.physical_resource_id})

    def _reserve(self, properties: Properties) -> None:
        name = {"FunctionName": self.physical_resource_id}
        reserved = properties.get("ReservedConcurrentExecutions")
        if reserved is not None:
            self.call("put_function_concurrency", {**name, "ReservedConcurrentExecutions": reserved})
        elif "ReservedConcurrentExecutions" in self.properties:
            self.call("delete_function_concurrency", name)


@resource_type
class EventInvokeConfig(LambdaResource):
    cfn_type = "AWS::Lambda::EventInvokeConfig"
    create_operation = "put_function_event_invoke_config"

    def identity(self) -> str:
        return f"{self.properties['FunctionName']}|{self.properties['Qualifier']}"

    def update(self, properties: Properties) -> bool:
        if properties["FunctionName"] != self.properties["FunctionName"]:
            return False
        self.call("update_function_event_invoke_config", properties)
        return True

    def remove(self) -> None:
        self.call("delete_function_event_invoke_config", {"FunctionName": self.properties["FunctionName"]})


@resource_type
class Permission(LambdaResource):
    cfn_type = "AWS::Lambda::Permission"
    create_operation = "add_permission"

    def parameters(self, properties: Properties) -> Properties:
        self.statement = self.generated_name()
        return properties | {"StatementId": self.statement}

    def identity(self) -> str:
        return self.statement

    def remove(self) -> None:
        self.call("remove_permission", {"FunctionName": self.properties["FunctionName"], "StatementId": self.statement})
