"""Custom resources of the CDK whose functions are not for Node: done here, with the same effect."""

import io
import mimetypes
import zipfile

from ..resource import Resource


class BucketDeployment(Resource):
    """Files of assets, unpacked into a bucket."""

    type = "Custom::CDKBucketDeployment"

    @staticmethod
    def make(aws, name, properties):
        client = aws.client("s3")
        bucket, prefix = properties["DestinationBucketName"], properties.get("DestinationBucketKeyPrefix", "")
        metadata = properties.get("SystemMetadata", {})
        for source, key in zip(properties["SourceBucketNames"], properties["SourceObjectKeys"]):
            archive = zipfile.ZipFile(io.BytesIO(client.get_object(Bucket=source, Key=key)["Body"].read()))
            for file in archive.infolist():
                if file.is_dir():
                    continue
                client.put_object(
                    Bucket=bucket,
                    Key=f"{prefix}{file.filename}",
                    Body=archive.read(file),
                    ContentType=mimetypes.guess_type(file.filename)[0] or "application/octet-stream",
                    **({"CacheControl": metadata["cache-control"]} if "cache-control" in metadata else {}),
                )
        return name, {"DestinationBucketArn": f"arn:aws:s3:::{bucket}"}

    @classmethod
    def change(cls, aws, resource, name, properties):
        return cls.make(aws, name, properties)

    @staticmethod
    def remove(aws, resource_id, properties):
        pass
