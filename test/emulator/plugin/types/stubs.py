"""Types without a backend in moto: they have a name and attributes, and nothing stands behind them.

The server names them when it starts, and a test holds the list against what the toolkit's templates use.
"""

from ..resource import Resource

types = [
    # What the CDK reports about itself; it makes nothing on AWS either.
    "AWS::CDK::Metadata",
    "AWS::CloudFront::CachePolicy",
    "AWS::CloudFront::ResponseHeadersPolicy",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
    "AWS::Lambda::EventInvokeConfig",
    # For a custom resource that is done in the plugin.
    "AWS::Lambda::LayerVersion",
]


class Stub(Resource):
    @staticmethod
    def make(aws, name, properties):
        return name, {"Id": name, "Arn": name}

    @classmethod
    def change(cls, aws, resource, name, properties):
        return resource.resource_id, resource.attributes

    @staticmethod
    def remove(aws, resource_id, properties):
        pass


for place, name in enumerate(types):
    globals()[f"Stub{place}"] = type(f"Stub{place}", (Stub,), {"type": name, "__module__": __name__})
