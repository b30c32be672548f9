"""This server's own AWS API, called as one of its accounts: types are made through it, so that moto's records are whole."""

import threading

import boto3
from botocore.config import Config
from botocore.model import ListShape, MapShape, StructureShape

# Stands for AWS's own services: it may assume every role, as Lambda and ECS do for a function and a task.
# moto reads a key only where it has twenty characters.
service_key = "AKIAAWSSERVICES00000"

_endpoint = ""
# Reading a service's description takes up to seconds, and making clients is not safe in threads; using them is.
_session = boto3.session.Session()
_clients = {}
_making = threading.Lock()


def listen_on(port):
    global _endpoint
    # By name: moto reads the path of a template's URL only where the host is called localhost.
    _endpoint = f"http://localhost:{port}"


def endpoint():
    return _endpoint


class Aws:
    """One account in one region."""

    def __init__(self, account, region):
        self.account = account
        self.region = region

    def client(self, service):
        key = (service, self.account, self.region)
        with _making:
            if key not in _clients:
                _clients[key] = self._make_client(service)
            return _clients[key]

    def _make_client(self, service):
        client = _session.client(
            service,
            region_name=self.region,
            endpoint_url=_endpoint,
            aws_access_key_id=service_key,
            aws_secret_access_key=service_key,
            config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}),
        )
        client.meta.events.register("before-call.*.*", self._as_account)
        return client

    def call(self, service, operation, properties):
        """Calls an operation with a template's properties, as far as it takes them, in the types that it takes."""
        client = self.client(service)
        shape = client.meta.service_model.operation_model(operation).input_shape
        method = next(python for python, api in client.meta.method_to_api_mapping.items() if api == operation)
        return getattr(client, method)(**shaped(properties, shape))

    def _as_account(self, params, **_):
        params["headers"]["x-moto-account-id"] = self.account


def shaped(value, shape):
    """A template's value as the API takes it: templates write numbers as text, and CloudFront's lists without their quantity."""
    if isinstance(shape, StructureShape):
        if isinstance(value, list) and "Quantity" in shape.members:
            return {"Quantity": len(value), "Items": shaped(value, shape.members["Items"])}
        # Templates and APIs differ in how names begin, where the API is a REST one.
        names = {name.lower(): name for name in shape.members}
        known = {names[key.lower()]: part for key, part in value.items() if key.lower() in names}
        return {key: shaped(part, shape.members[key]) for key, part in known.items() if part is not None}
    if isinstance(shape, ListShape):
        return [shaped(part, shape.member) for part in value]
    if isinstance(shape, MapShape) and isinstance(value, list):
        # Tags are a list in every template, and a map in some APIs.
        return {tag["Key"]: tag["Value"] for tag in value}
    if isinstance(shape, MapShape):
        return {key: shaped(part, shape.value) for key, part in value.items()}
    if shape.type_name in ("integer", "long"):
        return int(value)
    if shape.type_name in ("double", "float"):
        return float(value)
    if shape.type_name == "boolean":
        return value if isinstance(value, bool) else str(value).lower() == "true"
    return value if shape.type_name != "string" else str(value)
