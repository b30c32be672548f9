"""Distributions. They are records: nothing is served from them."""

from ..resource import Resource


def _with_ports(origin):
    """Templates may leave out what the API asks for."""
    if "CustomOriginConfig" not in origin:
        return origin
    return {**origin, "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, **origin["CustomOriginConfig"]}}


class Distribution(Resource):
    type = "AWS::CloudFront::Distribution"

    @staticmethod
    def make(aws, name, properties):
        config = {"CallerReference": name, "Comment": "", **properties["DistributionConfig"]}
        config["Origins"] = [_with_ports(origin) for origin in config["Origins"]]
        made = aws.call("cloudfront", "CreateDistribution", {"DistributionConfig": config})["Distribution"]
        return made["Id"], {"Id": made["Id"], "DomainName": made["DomainName"]}

    @classmethod
    def change(cls, aws, resource, name, properties):
        # Its domain must not change, and a record needs no more.
        return resource.resource_id, resource.attributes

    @staticmethod
    def remove(aws, resource_id, properties):
        client = aws.client("cloudfront")
        client.delete_distribution(Id=resource_id, IfMatch=client.get_distribution(Id=resource_id)["ETag"])


class OriginAccessControl(Resource):
    type = "AWS::CloudFront::OriginAccessControl"

    @staticmethod
    def make(aws, name, properties):
        made = aws.call("cloudfront", "CreateOriginAccessControl", properties)["OriginAccessControl"]
        return made["Id"], {"Id": made["Id"]}

    @staticmethod
    def remove(aws, resource_id, properties):
        aws.client("cloudfront").delete_origin_access_control(Id=resource_id)


class Function(Resource):
    """Code at the edge, which nothing runs here."""

    type = "AWS::CloudFront::Function"

    @staticmethod
    def make(aws, name, properties):
        arn = f"arn:aws:cloudfront::{aws.account}:function/{properties['Name']}"
        return arn, {"FunctionARN": arn}

    @classmethod
    def change(cls, aws, resource, name, properties):
        return resource.resource_id, resource.attributes

    @staticmethod
    def remove(aws, resource_id, properties):
        pass
