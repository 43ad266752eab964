"""EventBridge Scheduler: groups and schedules."""

import re
import zoneinfo
from datetime import datetime
from typing import Any

from .. import clock
from ..resource import ApiResource, Properties, Refused, resource_type

EXPRESSION = re.compile(r"^(rate\(\d+ (minute|hour|day)s?\)|at\([\dT:-]+\)|cron\((\S+ ){5}\S+\))$")


@resource_type
class ScheduleGroup(ApiResource):
    cfn_type = "AWS::Scheduler::ScheduleGroup"
    service = "scheduler"
    create_operation = "create_schedule_group"
    name_property = "Name"
    attribute_names = ("Arn",)

    def identity(self) -> str:
        return self.all_properties()["Name"]

    def attributes(self) -> dict[str, Any]:
        return {"Arn": self.answer["ScheduleGroupArn"]}

    def remove(self) -> None:
        self.call("delete_schedule_group", {"Name": self.physical_resource_id})


@resource_type
class Schedule(ApiResource):
    cfn_type = "AWS::Scheduler::Schedule"
    service = "scheduler"
    create_operation = "create_schedule"
    name_property = "Name"
    attribute_names = ("Arn",)

    def parameters(self, properties: Properties) -> Properties:
        zone = properties.get("ScheduleExpressionTimezone", "UTC")
        if zone not in zoneinfo.available_timezones():
            raise Refused(f"ValidationException: {zone} is no time zone")
        if not EXPRESSION.match(properties.get("ScheduleExpression", "")):
            raise Refused(f"ValidationException: {properties.get('ScheduleExpression')} is no schedule expression")
        end = properties.get("EndDate")
        if end and datetime.fromisoformat(end) <= clock.now():
            raise Refused(f"ValidationException: the schedule ends in the past, {end}")
        if end and end <= properties.get("StartDate", ""):
            raise Refused("ValidationException: the schedule ends before it starts")
        return properties

    def identity(self) -> str:
        return self.all_properties()["Name"]

    def attributes(self) -> dict[str, Any]:
        return {"Arn": self.answer["ScheduleArn"]}

    def update(self, properties: Properties) -> bool:
        if self.renamed(properties) or properties.get("GroupName") != self.properties.get("GroupName"):
            return False
        self.call("update_schedule", self.parameters(self.all_properties(properties)))
        return True

    def remove(self) -> None:
        group = {"GroupName": self.properties["GroupName"]} if "GroupName" in self.properties else {}
        self.call("delete_schedule", {"Name": self.physical_resource_id, **group})
