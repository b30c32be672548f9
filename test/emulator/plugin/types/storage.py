"""Who may read a bucket."""

import json

from ..resource import Resource


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
