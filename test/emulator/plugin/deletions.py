"""What moto leaves behind when a stack is deleted, and what then keeps the rest from going."""

from moto.cloudformation import parsing
from moto.ec2.models.vpcs import VPCBackend

from .api import Aws

# Type -> service, operation and its parameters, by the resource (`it`).
_deletions = {
    "AWS::EC2::NatGateway": ("ec2", "delete_nat_gateway", lambda it: {"NatGatewayId": it.physical_resource_id}),
    "AWS::EC2::EIP": ("ec2", "release_address", lambda it: {"AllocationId": it.allocation_id}),
    "AWS::EC2::Route": (
        "ec2",
        "delete_route",
        lambda it: {"RouteTableId": it.route_table.id, "DestinationCidrBlock": it.destination_cidr_block},
    ),
    "AWS::EC2::RouteTable": ("ec2", "delete_route_table", lambda it: {"RouteTableId": it.id}),
    "AWS::EC2::VPCGatewayAttachment": (
        "ec2",
        "detach_internet_gateway",
        lambda it: {"InternetGatewayId": it.gateway_id, "VpcId": it.vpc_id},
    ),
    "AWS::EC2::InternetGateway": ("ec2", "delete_internet_gateway", lambda it: {"InternetGatewayId": it.id}),
    "AWS::EC2::VPCEndpoint": ("ec2", "delete_vpc_endpoints", lambda it: {"VpcEndpointIds": [it.id]}),
    "AWS::ElasticLoadBalancingV2::ListenerRule": ("elbv2", "delete_rule", lambda it: {"RuleArn": it.arn}),
    "AWS::ElasticLoadBalancingV2::Listener": ("elbv2", "delete_listener", lambda it: {"ListenerArn": it.arn}),
    "AWS::ElasticLoadBalancingV2::TargetGroup": ("elbv2", "delete_target_group", lambda it: {"TargetGroupArn": it.arn}),
    "AWS::ECS::Service": (
        "ecs",
        "delete_service",
        lambda it: {"cluster": it.cluster_name, "service": it.name, "force": True},
    ),
    "AWS::ECS::TaskDefinition": ("ecs", "deregister_task_definition", lambda it: {"taskDefinition": it.arn}),
    "AWS::ECS::Cluster": ("ecs", "delete_cluster", lambda it: {"cluster": it.name}),
}


def install():
    models = parsing.get_model_map()
    for type_name, (service, operation, parameters) in _deletions.items():
        models[type_name].delete = _deleting(service, operation, parameters)
    # An association goes with its subnet or its table, and ends neither's deletion.
    models["AWS::EC2::SubnetRouteTableAssociation"].delete = _disassociate

    # A table takes its route to the endpoint along; moto then never finds the table again.
    delete_endpoints = VPCBackend.delete_vpc_endpoints

    def deleted_endpoints(self, vpce_ids=None):
        for endpoint in (self.vpc_end_points.get(each) for each in vpce_ids or []):
            if endpoint is not None:
                endpoint.route_table_ids = [table for table in endpoint.route_table_ids or [] if table in self.route_tables]
        return delete_endpoints(self, vpce_ids)

    VPCBackend.delete_vpc_endpoints = deleted_endpoints
    delete = parsing.ResourceMap._delete_resource

    def deleted(self, parsed_resource, resource_json):
        try:
            delete(self, parsed_resource, resource_json)
        except Exception as error:
            # Resources go in any order: what went with another is gone.
            if not any(words in f"{type(error).__name__} {error}" for words in ("NotFound", "does not exist", "not found")):
                raise

    parsing.ResourceMap._delete_resource = deleted


def _deleting(service, operation, parameters):
    def delete(self, account_id, region_name):
        getattr(Aws(account_id, region_name).client(service), operation)(**parameters(self))

    return delete


def _disassociate(self, account_id, region_name):
    client = Aws(account_id, region_name).client("ec2")
    of_table = [{"Name": "route-table-id", "Values": [self.route_table_id]}]
    for table in client.describe_route_tables(Filters=of_table)["RouteTables"]:
        for association in table["Associations"]:
            if association.get("SubnetId") == self.subnet_id:
                client.disassociate_route_table(AssociationId=association["RouteTableAssociationId"])
