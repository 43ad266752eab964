"""What the CDK brings along: the parameter and the repository of its bootstrap stack, and metadata."""

from ..resource import ApiResource, Properties, Resource, resource_type


@resource_type
class CdkMetadata(Resource):
    cfn_type = "AWS::CDK::Metadata"
    made_by = "nothing to make"

    def create(self) -> None:
        self.physical_resource_id = self.generated_name()

    def update(self, properties: Properties) -> bool:
        return True


@resource_type
class Parameter(ApiResource):
    """Holds the version of the bootstrap stack."""

    cfn_type = "AWS::SSM::Parameter"
    service = "ssm"
    create_operation = "put_parameter"
    name_property = "Name"
    attribute_names = ("Type", "Value")

    def identity(self) -> str:
        return self.all_properties()["Name"]

    def attributes(self) -> dict[str, str]:
        return {name: str(self.properties[name]) for name in self.attribute_names}

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties):
            return False
        self.call(self.create_operation, self.all_properties(properties) | {"Overwrite": True})
        return True

    def remove(self) -> None:
        self.call("delete_parameter", {"Name": self.physical_resource_id})


@resource_type
class Repository(ApiResource):
    """Holds image assets; the project has none."""

    cfn_type = "AWS::ECR::Repository"
    service = "ecr"
    create_operation = "create_repository"
    name_property = "RepositoryName"
    attribute_names = ("Arn", "RepositoryUri")

    def parameters(self, properties: Properties) -> Properties:
        apart = ("LifecyclePolicy", "RepositoryPolicyText")
        return {key: value for key, value in properties.items() if key not in apart}

    def create(self) -> None:
        super().create()
        name = {"RepositoryName": self.physical_resource_id}
        if "LifecyclePolicy" in self.properties:
            self.call("put_lifecycle_policy", {**name, **self.properties["LifecyclePolicy"]})
        if "RepositoryPolicyText" in self.properties:
            self.call("set_repository_policy", {**name, "PolicyText": self.properties["RepositoryPolicyText"]})

    def identity(self) -> str:
        return self.answer["repository"]["repositoryName"]

    def attributes(self) -> dict[str, str]:
        repository = self.answer["repository"]
        return {"Arn": repository["repositoryArn"], "RepositoryUri": repository["repositoryUri"]}

    def remove(self) -> None:
        self.call("delete_repository", {"RepositoryName": self.physical_resource_id, "Force": True})
