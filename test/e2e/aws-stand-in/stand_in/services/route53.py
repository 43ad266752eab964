"""Route 53: record sets, in a hosted zone that is there before the stack."""

from ..resource import ApiResource, Properties, resource_type

NOT_IN_THE_RECORD = ("HostedZoneId", "HostedZoneName", "Comment")


@resource_type
class RecordSet(ApiResource):
    cfn_type = "AWS::Route53::RecordSet"
    service = "route53"
    home_region = "us-east-1"
    create_operation = "change_resource_record_sets"

    def parameters(self, properties: Properties) -> Properties:
        return self._change("CREATE", properties)

    def identity(self) -> str:
        return self.properties["Name"]

    def update(self, properties: Properties) -> bool:
        if any(properties.get(key) != self.properties.get(key) for key in ("Name", "Type", "HostedZoneId")):
            return False
        self.call(self.create_operation, self._change("UPSERT", properties))
        return True

    def remove(self) -> None:
        self.call(self.create_operation, self._change("DELETE", self.properties))

    @staticmethod
    def _change(action: str, properties: Properties) -> Properties:
        record = {key: value for key, value in properties.items() if key not in NOT_IN_THE_RECORD}
        if "ResourceRecords" in record:
            record["ResourceRecords"] = [{"Value": value} for value in record["ResourceRecords"]]
        if "AliasTarget" in record:
            record["AliasTarget"] = {"EvaluateTargetHealth": False, **record["AliasTarget"]}
        change = {"Action": action, "ResourceRecordSet": record}
        return {"HostedZoneId": properties["HostedZoneId"], "ChangeBatch": {"Changes": [change]}}
