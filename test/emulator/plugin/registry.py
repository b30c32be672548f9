"""Tells moto of the plugin's types."""

from moto.cloudformation import parsing

from .resource import Resource

_types = {}


def register(module):
    for value in vars(module).values():
        if isinstance(value, type) and issubclass(value, Resource) and value.type:
            _types[value.type] = value


def try_find(type_name):
    return _types.get(type_name)


def install():
    theirs = parsing.get_model_list()
    # moto lists direct subclasses of its own model; the plugin's come later and win.
    parsing.get_model_list = lambda: [*theirs, *_types.values()]
    parsing.get_model_map.cache_clear()
    parsing.get_name_type_map.cache_clear()
