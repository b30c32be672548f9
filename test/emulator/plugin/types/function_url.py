"""URLs of functions and who may invoke them. They are records: nothing answers there, and tests call the function as the URL would."""

from ..resource import Resource


class Recorded(Resource):
    @classmethod
    def change(cls, aws, resource, name, properties):
        return resource.resource_id, resource.attributes

    @staticmethod
    def remove(aws, resource_id, properties):
        pass


class FunctionUrl(Recorded):
    type = "AWS::Lambda::Url"

    @staticmethod
    def make(aws, name, properties):
        arn = properties["TargetFunctionArn"]
        return arn, {"FunctionArn": arn, "FunctionUrl": f"https://{name.lower()}.lambda-url.{aws.region}.on.aws/"}


class Permission(Recorded):
    """moto's cannot be changed and has no name."""

    type = "AWS::Lambda::Permission"

    @staticmethod
    def make(aws, name, properties):
        return name, {"Id": name}
