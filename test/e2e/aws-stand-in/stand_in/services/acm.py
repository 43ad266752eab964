"""Certificate Manager. DNS validation is taken as done: no record is made, and nothing waits for it."""

from ..resource import ApiResource, Properties, resource_type


@resource_type
class Certificate(ApiResource):
    cfn_type = "AWS::CertificateManager::Certificate"
    service = "acm"
    create_operation = "request_certificate"

    def parameters(self, properties: Properties) -> Properties:
        return {key: value for key, value in properties.items() if key != "DomainValidationOptions"}

    def identity(self) -> str:
        return self.answer["CertificateArn"]

    def remove(self) -> None:
        self.call("delete_certificate", {"CertificateArn": self.physical_resource_id})
