"""Changes of moto's own types that moto cannot make: those that the weaknesses of a scenario ask for."""

from moto.cloudformation import parsing
from moto.dynamodb.models.table import Table
from moto.ec2.models.instances import Instance
from moto.ec2.models.route_tables import Route
from moto.elbv2.models import FakeTargetGroup
from moto.ssm import ssm_backends

from .api import Aws


def install():
    for model, change in ((Table, _table), (Instance, _instance), (Route, _route), (FakeTargetGroup, _target_group)):
        model.update_from_cloudformation_json = classmethod(_changing(change))

    parse = parsing.ResourceMap.parse_ssm_parameter

    def parsed(self, value, value_type):
        # "The previous value" of such a parameter is what it stood for, not its name.
        named = ssm_backends[self._account_id][self._region_name].get_parameter(value) is not None
        return parse(self, value, value_type) if named else value

    parsing.ResourceMap.parse_ssm_parameter = parsed


def _changing(change):
    def update(cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name):
        properties = cloudformation_json["Properties"]
        return change(Aws(account_id, region_name), cls, original_resource, properties) or original_resource

    return update


def _table(aws, _, table, properties):
    changes = {key: properties[key] for key in ("BillingMode", "ProvisionedThroughput") if key in properties}
    aws.call("dynamodb", "UpdateTable", {"TableName": table.name, **changes})


def _instance(aws, _, instance, properties):
    # Stopped, changed and started again; credits are not kept.
    client = aws.client("ec2")
    client.stop_instances(InstanceIds=[instance.id])
    client.modify_instance_attribute(InstanceId=instance.id, InstanceType={"Value": properties["InstanceType"]})
    client.start_instances(InstanceIds=[instance.id])


def _route(aws, cls, route, properties):
    aws.client("ec2").delete_route(
        RouteTableId=route.route_table.id, DestinationCidrBlock=route.destination_cidr_block
    )
    return cls.create_from_cloudformation_json("", {"Properties": properties}, aws.account, aws.region)


def _target_group(aws, _, group, properties):
    aws.call("elbv2", "ModifyTargetGroup", {**properties, "TargetGroupArn": group.arn})
    wanted = [{"Id": target["Id"]} for target in properties.get("Targets", [])]
    client = aws.client("elbv2")
    known = client.describe_target_health(TargetGroupArn=group.arn)["TargetHealthDescriptions"]
    gone = [{"Id": each["Target"]["Id"]} for each in known if {"Id": each["Target"]["Id"]} not in wanted]
    if "Targets" in properties and gone:
        client.deregister_targets(TargetGroupArn=group.arn, Targets=gone)
    if wanted:
        client.register_targets(TargetGroupArn=group.arn, Targets=wanted)
