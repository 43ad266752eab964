"""CloudWatch: alarms and dashboards."""

from typing import Any

from ..resource import ApiResource, Properties, resource_type


@resource_type
class Alarm(ApiResource):
    cfn_type = "AWS::CloudWatch::Alarm"
    service = "cloudwatch"
    create_operation = "put_metric_alarm"
    name_property = "AlarmName"
    name_limit = 255
    attribute_names = ("Arn",)

    def identity(self) -> str:
        return self.all_properties()["AlarmName"]

    def attributes(self) -> dict[str, Any]:
        place = self.place
        return {"Arn": f"arn:aws:cloudwatch:{place.region}:{place.account}:alarm:{self.physical_resource_id}"}

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties):
            return False
        self.call(self.create_operation, self.all_properties(properties))
        return True

    def remove(self) -> None:
        self.call("delete_alarms", {"AlarmNames": [self.physical_resource_id]})



@resource_type
class Dashboard(ApiResource):
    cfn_type = "AWS::CloudWatch::Dashboard"
    service = "cloudwatch"
    create_operation = "put_dashboard"
    name_property = "DashboardName"

    def identity(self) -> str:
        return self.all_properties()["DashboardName"]

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties):
            return False
        self.call(self.create_operation, self.all_properties(properties))
        return True

    def remove(self) -> None:
        self.call("delete_dashboards", {"DashboardNames": [self.physical_resource_id]})
