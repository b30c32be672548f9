"""Tables in several regions, and who may read a bucket."""

import json

from ..resource import Resource


class GlobalTable(Resource):
    """As a table of its own region: one region is all that the toolkit asks for."""

    type = "AWS::DynamoDB::GlobalTable"
    name_property = "TableName"

    @staticmethod
    def make(aws, name, properties):
        table = aws.call("dynamodb", "CreateTable", {**properties, "TableName": name, "SSESpecification": None})
        here = next((each for each in properties["Replicas"] if each["Region"] == aws.region), {})
        recovery = here.get("PointInTimeRecoverySpecification", {}).get("PointInTimeRecoveryEnabled")
        if recovery:
            specification = {"PointInTimeRecoveryEnabled": True}
            aws.client("dynamodb").update_continuous_backups(
                TableName=name, PointInTimeRecoverySpecification=specification
            )
        return name, {"Arn": table["TableDescription"]["TableArn"]}

    @staticmethod
    def remove(aws, resource_id, properties):
        aws.client("dynamodb").delete_table(TableName=resource_id)


class BucketPolicy(Resource):
    type = "AWS::S3::BucketPolicy"

    @staticmethod
    def make(aws, name, properties):
        bucket = properties["Bucket"]
        document = properties["PolicyDocument"]
        # moto ignores conditions: "deny all that is not TLS" would deny all.
        plain = [statement for statement in document["Statement"] if "Condition" not in statement]
        if plain:
            aws.client("s3").put_bucket_policy(Bucket=bucket, Policy=json.dumps({**document, "Statement": plain}))
        return bucket, {}

    @staticmethod
    def remove(aws, resource_id, properties):
        aws.client("s3").delete_bucket_policy(Bucket=resource_id)
