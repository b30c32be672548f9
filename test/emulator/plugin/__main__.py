"""A local AWS for tests: moto's server with this plugin, on a free loopback port.

    python -m plugin ORGANIZER-ACCOUNT [TEAM-ACCOUNT ...]

Prints one line of JSON when it listens: its `port`, the `stubs` (types that are records of nothing) and the `organizer`'s access key.
Ends with its standard input, so that nothing is left behind by a test that was killed.
"""

import json
import sys
import threading

from moto.moto_server.werkzeug_app import (
    DomainDispatcherApplication,
    MotoRequestHandler,
    create_backend_app,
)
from werkzeug.serving import make_server

from . import accounts, api, assume_role, change_sets, cloud_watch, deletions, kept_stacks, node_lambda, registry, strict, updates, vending
from .types import cloudfront, compute, custom, function_url, network, schedules, secrets, storage, stubs, watching


class QuietHandler(MotoRequestHandler):
    """Says nothing about requests: the output is for the line that says where the server listens."""

    def log_request(self, *args, **kwargs):
        pass


def main():
    for part in (cloudfront, compute, custom, function_url, network, schedules, secrets, storage, stubs, watching):
        registry.register(part)
    for patch in (registry, strict, updates, deletions, kept_stacks, change_sets, assume_role, vending, node_lambda, cloud_watch):
        patch.install()
    application = DomainDispatcherApplication(create_backend_app)
    server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=QuietHandler)
    api.listen_on(server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    organizer, *teams = sys.argv[1:]
    greeting = {
        "port": server.server_port,
        "stubs": sorted(stubs.types),
        "organizer": accounts.set_up(organizer, teams),
    }
    print(json.dumps(greeting), flush=True)
    sys.stdin.buffer.read()


main()
