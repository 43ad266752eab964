"""Secrets Manager. Without SecretString or GenerateSecretString a secret stays empty, as CloudFormation leaves it."""

import json

from ..resource import ApiResource, Properties, resource_type


@resource_type
class Secret(ApiResource):
    cfn_type = "AWS::SecretsManager::Secret"
    service = "secretsmanager"
    create_operation = "create_secret"
    name_property = "Name"
    attribute_names = ("Id",)

    def parameters(self, properties: Properties) -> Properties:
        generate = properties.pop("GenerateSecretString", None)
        return properties if generate is None else properties | {"SecretString": self._generated(generate)}

    def identity(self) -> str:
        return self.answer["ARN"]

    def attributes(self) -> dict[str, str]:
        return {"Id": self.physical_resource_id}

    def update(self, properties: Properties) -> bool:
        regenerate = properties.get("GenerateSecretString") != self.properties.get("GenerateSecretString")
        if regenerate or self.renamed(properties):
            return False
        kept = ("Description", "KmsKeyId", "SecretString")
        changed = {key: properties[key] for key in kept if key in properties}
        self.call("update_secret", {"SecretId": self.physical_resource_id, **changed})
        return True

    def remove(self) -> None:
        self.call("delete_secret", {"SecretId": self.physical_resource_id, "ForceDeleteWithoutRecovery": True})

    def _generated(self, generate: Properties) -> str:
        apart = ("SecretStringTemplate", "GenerateStringKey")
        options = {key: value for key, value in generate.items() if key not in apart}
        password = self.call("get_random_password", options)["RandomPassword"]
        if "GenerateStringKey" not in generate:
            return password
        return json.dumps(json.loads(generate["SecretStringTemplate"]) | {generate["GenerateStringKey"]: password})
