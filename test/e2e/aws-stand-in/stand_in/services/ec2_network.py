"""EC2: the network of a stack, from the VPC to its routes."""

from typing import Any

from ..resource import Properties, resource_type
from .ec2_resource import Ec2Resource


@resource_type
class Vpc(Ec2Resource):
    cfn_type = "AWS::EC2::VPC"
    create_operation = "create_vpc"
    answer_path = ("Vpc", "VpcId")
    apart = ("EnableDnsHostnames", "EnableDnsSupport")
    attribute_names = ("VpcId", "CidrBlock", "DefaultSecurityGroup")

    def create(self) -> None:
        super().create()
        self._set_dns(self.properties)

    def attributes(self) -> dict[str, Any]:
        wanted = {"vpc-id": self.physical_resource_id, "group-name": "default"}
        filters = [{"Name": name, "Values": [value]} for name, value in wanted.items()]
        groups = self.call("describe_security_groups", {"Filters": filters})["SecurityGroups"]
        return {
            "VpcId": self.physical_resource_id,
            "CidrBlock": self.properties["CidrBlock"],
            "DefaultSecurityGroup": groups[0]["GroupId"],
        }

    def update_in_place(self, properties: Properties) -> bool:
        if properties["CidrBlock"] != self.properties["CidrBlock"]:
            return False
        self._set_dns(properties)
        return True

    def remove(self) -> None:
        self.call("delete_vpc", {"VpcId": self.physical_resource_id})

    def _set_dns(self, properties: Properties) -> None:
        for name in self.apart:
            if name in properties:
                value = {name: {"Value": properties[name]}}
                self.call("modify_vpc_attribute", {"VpcId": self.physical_resource_id, **value})


@resource_type
class Subnet(Ec2Resource):
    cfn_type = "AWS::EC2::Subnet"
    create_operation = "create_subnet"
    answer_path = ("Subnet", "SubnetId")
    apart = ("MapPublicIpOnLaunch",)
    attribute_names = ("SubnetId", "AvailabilityZone", "VpcId", "CidrBlock")

    def create(self) -> None:
        super().create()
        value = {"MapPublicIpOnLaunch": {"Value": self.properties.get("MapPublicIpOnLaunch", False)}}
        self.call("modify_subnet_attribute", {"SubnetId": self.physical_resource_id, **value})

    def attributes(self) -> dict[str, Any]:
        subnet = self.answer["Subnet"]
        return {name: subnet[name] for name in self.attribute_names}

    def remove(self) -> None:
        self.call("delete_subnet", {"SubnetId": self.physical_resource_id})


@resource_type
class InternetGateway(Ec2Resource):
    cfn_type = "AWS::EC2::InternetGateway"
    create_operation = "create_internet_gateway"
    answer_path = ("InternetGateway", "InternetGatewayId")
    attribute_names = ("InternetGatewayId",)

    def attributes(self) -> dict[str, Any]:
        return {"InternetGatewayId": self.physical_resource_id}

    def remove(self) -> None:
        self.call("delete_internet_gateway", {"InternetGatewayId": self.physical_resource_id})


@resource_type
class VpcGatewayAttachment(Ec2Resource):
    cfn_type = "AWS::EC2::VPCGatewayAttachment"
    create_operation = "attach_internet_gateway"

    def identity(self) -> str:
        return f"IGW|{self.properties['VpcId']}"

    def remove(self) -> None:
        self.call("detach_internet_gateway", self.properties)


@resource_type
class RouteTable(Ec2Resource):
    cfn_type = "AWS::EC2::RouteTable"
    create_operation = "create_route_table"
    answer_path = ("RouteTable", "RouteTableId")
    attribute_names = ("RouteTableId",)

    def attributes(self) -> dict[str, Any]:
        return {"RouteTableId": self.physical_resource_id}

    def remove(self) -> None:
        self.call("delete_route_table", {"RouteTableId": self.physical_resource_id})


@resource_type
class SubnetRouteTableAssociation(Ec2Resource):
    cfn_type = "AWS::EC2::SubnetRouteTableAssociation"
    create_operation = "associate_route_table"
    answer_path = ("AssociationId",)

    def remove(self) -> None:
        self.call("disassociate_route_table", {"AssociationId": self.physical_resource_id})


@resource_type
class Route(Ec2Resource):
    cfn_type = "AWS::EC2::Route"
    create_operation = "create_route"

    def identity(self) -> str:
        return f"{self.properties['RouteTableId']}|{self._destination()['DestinationCidrBlock']}"

    def remove(self) -> None:
        self.call("delete_route", {"RouteTableId": self.properties["RouteTableId"], **self._destination()})

    def _destination(self) -> Properties:
        return {"DestinationCidrBlock": self.properties["DestinationCidrBlock"]}
