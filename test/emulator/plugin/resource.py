"""A CloudFormation type of our own: `make`, `change` and `remove` say what it does in the account."""

from moto.core.common_models import CloudFormationModel

from .api import Aws


class Resource(CloudFormationModel):
    """Subclasses name their `type`, and `name_property` where a template may name the resource."""

    type = ""
    name_property = ""

    def __init__(self, resource_id, attributes, properties):
        self.resource_id = resource_id
        self.attributes = attributes
        self.properties = properties

    @staticmethod
    def make(aws, name, properties):
        """Makes it; returns its physical id and its attributes for Fn::GetAtt."""
        raise NotImplementedError

    @classmethod
    def change(cls, aws, resource, name, properties):
        """Changes it; like `make`. A type whose API has no update is replaced, as CloudFormation would."""
        cls.remove(aws, resource.resource_id, resource.properties)
        return cls.make(aws, name, properties)

    @staticmethod
    def remove(aws, resource_id, properties):
        raise NotImplementedError

    @property
    def physical_resource_id(self):
        return self.resource_id

    def get_cfn_attribute(self, attribute_name):
        if attribute_name in self.attributes:
            return self.attributes[attribute_name]
        raise KeyError(f"{self.type} has no attribute {attribute_name}")

    def is_created(self):
        return True

    @classmethod
    def cloudformation_type(cls):
        return cls.type

    @classmethod
    def cloudformation_name_type(cls):
        return cls.name_property

    @classmethod
    def has_cfn_attr(cls, attr):
        return True

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        properties = cloudformation_json.get("Properties", {})
        resource_id, attributes = cls.make(Aws(account_id, region_name), resource_name, properties)
        return cls(resource_id, attributes, properties)

    @classmethod
    def update_from_cloudformation_json(
        cls, original_resource, new_resource_name, cloudformation_json, account_id, region_name
    ):
        properties = cloudformation_json.get("Properties", {})
        named = properties.get(cls.name_property) if cls.name_property else None
        # A name that CloudFormation made up stays.
        name = named or getattr(original_resource, "name", None) or original_resource.resource_id
        aws = Aws(account_id, region_name)
        resource_id, attributes = cls.change(aws, original_resource, name, properties)
        return cls(resource_id, attributes, properties)

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        cls.remove(Aws(account_id, region_name), resource_name, cloudformation_json.get("Properties", {}))

    def delete(self, account_id, region_name):
        self.remove(Aws(account_id, region_name), self.resource_id, self.properties)
