"""EC2: Elastic IPs, NAT gateways, endpoints and flow logs."""

from typing import Any

from ..resource import Properties, Refused, resource_type
from .ec2_resource import Ec2Resource


@resource_type
class ElasticIp(Ec2Resource):
    cfn_type = "AWS::EC2::EIP"
    create_operation = "allocate_address"
    answer_path = ("PublicIp",)
    attribute_names = ("AllocationId", "PublicIp")

    def attributes(self) -> dict[str, Any]:
        return {name: self.answer[name] for name in self.attribute_names}

    def taggable_id(self) -> str:
        return self.answer["AllocationId"]

    def remove(self) -> None:
        self.call("release_address", {"AllocationId": self.answer["AllocationId"]})



@resource_type
class NatGateway(Ec2Resource):
    cfn_type = "AWS::EC2::NatGateway"
    create_operation = "create_nat_gateway"
    answer_path = ("NatGateway", "NatGatewayId")
    attribute_names = ("NatGatewayId",)

    def attributes(self) -> dict[str, Any]:
        return {"NatGatewayId": self.physical_resource_id}

    def remove(self) -> None:
        self.call("delete_nat_gateway", {"NatGatewayId": self.physical_resource_id})


@resource_type
class VpcEndpoint(Ec2Resource):
    cfn_type = "AWS::EC2::VPCEndpoint"
    create_operation = "create_vpc_endpoint"
    answer_path = ("VpcEndpoint", "VpcEndpointId")
    attribute_names = ("Id",)

    def attributes(self) -> dict[str, Any]:
        return {"Id": self.physical_resource_id}

    def remove(self) -> None:
        self.call("delete_vpc_endpoints", {"VpcEndpointIds": [self.physical_resource_id]})


@resource_type
class FlowLog(Ec2Resource):
    cfn_type = "AWS::EC2::FlowLog"
    create_operation = "create_flow_logs"
    attribute_names = ("Id",)

    def parameters(self, properties: Properties) -> Properties:
        made = super().parameters(properties)
        return made | {"ResourceIds": [made.pop("ResourceId")]}

    def identity(self) -> str:
        if self.answer.get("Unsuccessful"):
            raise Refused(f"{self.answer['Unsuccessful'][0]['Error']}")
        return self.answer["FlowLogIds"][0]

    def attributes(self) -> dict[str, Any]:
        return {"Id": self.physical_resource_id}

    def remove(self) -> None:
        self.call("delete_flow_logs", {"FlowLogIds": [self.physical_resource_id]})
