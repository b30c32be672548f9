"""Secrets that are made in the account."""

from ..resource import Resource


class Secret(Resource):
    type = "AWS::SecretsManager::Secret"
    name_property = "Name"

    @staticmethod
    def make(aws, name, properties):
        generate = properties.get("GenerateSecretString")
        value = properties.get("SecretString")
        if generate is not None:
            value = aws.call("secretsmanager", "GetRandomPassword", generate)["RandomPassword"]
        secret = {"Name": name, "SecretString": value, "Description": properties.get("Description")}
        arn = aws.call("secretsmanager", "CreateSecret", secret)["ARN"]
        return arn, {"Id": arn}

    @classmethod
    def change(cls, aws, resource, name, properties):
        # What is generated is generated once.
        description = {"SecretId": resource.resource_id, "Description": properties.get("Description")}
        aws.call("secretsmanager", "UpdateSecret", description)
        return resource.resource_id, resource.attributes

    @staticmethod
    def remove(aws, resource_id, properties):
        aws.client("secretsmanager").delete_secret(SecretId=resource_id, ForceDeleteWithoutRecovery=True)
