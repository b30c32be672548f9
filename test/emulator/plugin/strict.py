"""A type that nobody makes fails the deployment. moto only warns, and the stack would look complete without it."""

from moto.cloudformation import parsing
from moto.cloudformation.exceptions import ValidationError

from . import registry


def install():
    theirs = parsing.resource_class_from_type

    def known_class(resource_type):
        ours = registry.try_find(resource_type)
        if ours is not None:
            return ours
        if resource_type.startswith("Custom::") or resource_type not in parsing.get_model_map():
            raise ValidationError(message=f"{resource_type} is not supported by the emulator")
        return theirs(resource_type)

    parsing.resource_class_from_type = known_class

    update = parsing.parse_and_update_resource

    def updated(logical_id, resource_json, resources_map, **kwargs):
        changed = update(logical_id, resource_json, resources_map, **kwargs)
        if changed is None:
            # moto would forget the resource.
            raise ValidationError(message=f"The emulator cannot change {resource_json['Type']} {logical_id}")
        return changed

    parsing.parse_and_update_resource = updated
