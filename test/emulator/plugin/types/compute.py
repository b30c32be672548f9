"""Scaling of groups and services."""

from ..resource import Resource


class ScalingPolicy(Resource):
    type = "AWS::AutoScaling::ScalingPolicy"

    @staticmethod
    def make(aws, name, properties):
        policy = {"PolicyName": name, "PolicyType": "SimpleScaling", **properties}
        if "TargetTrackingConfiguration" in properties:
            policy["PolicyType"] = "TargetTrackingScaling"
        aws.call("autoscaling", "PutScalingPolicy", policy)
        # moto 5.2.5 answers with an ARN under a name that clients do not know.
        made = aws.client("autoscaling").describe_policies(
            AutoScalingGroupName=policy["AutoScalingGroupName"], PolicyNames=[policy["PolicyName"]]
        )["ScalingPolicies"][0]
        return made["PolicyARN"], {"Arn": made["PolicyARN"], "PolicyName": policy["PolicyName"]}

    @classmethod
    def change(cls, aws, resource, name, properties):
        # Put again under its name, it is changed.
        return cls.make(aws, resource.attributes["PolicyName"], properties)

    @staticmethod
    def remove(aws, resource_id, properties):
        group = properties["AutoScalingGroupName"]
        aws.client("autoscaling").delete_policy(AutoScalingGroupName=group, PolicyName=resource_id.split("/")[-1])


class ScalableTarget(Resource):
    type = "AWS::ApplicationAutoScaling::ScalableTarget"

    @staticmethod
    def make(aws, name, properties):
        aws.call("application-autoscaling", "RegisterScalableTarget", properties)
        target = "|".join(properties[key] for key in ("ResourceId", "ScalableDimension", "ServiceNamespace"))
        return target, {"Id": target}

    @classmethod
    def change(cls, aws, resource, name, properties):
        return cls.make(aws, name, properties)

    @staticmethod
    def remove(aws, resource_id, properties):
        aws.call("application-autoscaling", "DeregisterScalableTarget", _target(resource_id))


class ServiceScalingPolicy(Resource):
    type = "AWS::ApplicationAutoScaling::ScalingPolicy"
    name_property = "PolicyName"

    @staticmethod
    def make(aws, name, properties):
        target = _target(properties["ScalingTargetId"]) if "ScalingTargetId" in properties else {}
        policy = {**properties, **target, "PolicyName": name}
        arn = aws.call("application-autoscaling", "PutScalingPolicy", policy)["PolicyARN"]
        return arn, {"Arn": arn, "PolicyName": name}

    @classmethod
    def change(cls, aws, resource, name, properties):
        return cls.make(aws, resource.attributes["PolicyName"], properties)

    @staticmethod
    def remove(aws, resource_id, properties):
        target = _target(properties["ScalingTargetId"])
        name = resource_id.split("policyName/")[-1]
        aws.call("application-autoscaling", "DeleteScalingPolicy", {**target, "PolicyName": name})


def _target(target_id):
    return dict(zip(("ResourceId", "ScalableDimension", "ServiceNamespace"), target_id.split("|")))
