"""Functions for Node run as a child process, without Docker, with the credentials of their role in their account."""

import io
import json
import os
import subprocess
import tempfile
import zipfile

from moto.awslambda.models import LambdaFunction

from . import api
from .api import Aws

# What the handler prints is its log; what it returns is the answer, on a channel of its own. Whoever invokes it may set its clock forward, so
# that nobody waits for measurements to settle.
_start = """
const [, folder, handler] = process.argv;
const dot = handler.lastIndexOf('.');
const fs = require('node:fs');
const answer = (value) => fs.writeSync(3, JSON.stringify(value === undefined ? null : value));
(async () => {
  const event = JSON.parse(fs.readFileSync(0, 'utf8') || '{}');
  const { aheadMs = 0 } = event.emulator ?? {};
  const now = Date.now;
  Date.now = () => now() + aheadMs;
  const context = { awsRequestId: 'emulator', getRemainingTimeInMillis: () => 60000 };
  answer(await require(folder + '/' + handler.slice(0, dot))[handler.slice(dot + 1)](event, context));
})().catch((error) => {
  console.error(error);
  answer({ errorType: error.name, errorMessage: error.message });
  process.exitCode = 1;
});
"""


def install():
    LambdaFunction._invoke_lambda = _invoke


def _invoke(self, event=None):
    folder = _unpacked(self)
    body = event if isinstance(event, str) else json.dumps(event or {})
    read, write = os.pipe()
    try:
        ran = subprocess.run(
            # The answer's channel is number 3, whatever number the pipe has here.
            ["sh", "-c", f'exec node -e "$0" -- "$1" "$2" 3>&{write}', _start, folder, self.handler],
            input=body,
            capture_output=True,
            text=True,
            env=_environment(self),
            timeout=int(self.timeout) + 5,
            pass_fds=[write],
        )
    finally:
        os.close(write)
    with os.fdopen(read) as answers:
        answer = answers.read()
    logs = ran.stdout + ran.stderr
    self.logs_backend.ensure_log_group(self.logs_group_name)
    self.save_logs(logs)
    return answer, ran.returncode != 0, logs


def _unpacked(function):
    known, folder = getattr(function, "_unpacked", (None, None))
    if known != function.code_sha_256:
        folder = tempfile.mkdtemp(prefix="gameday-lambda-")
        zipfile.ZipFile(io.BytesIO(function.code_bytes)).extractall(folder)
        function._unpacked = (function.code_sha_256, folder)
    return folder


def _environment(function):
    credentials = Aws(function.account_id, function.region).client("sts").assume_role(
        RoleArn=function.role, RoleSessionName=function.function_name[:64]
    )["Credentials"]
    return {
        "PATH": os.environ["PATH"],
        # The runtime brings the SDK; here it is the checkout's.
        "NODE_PATH": os.environ.get("EMULATOR_NODE_PATH", ""),
        "AWS_REGION": function.region,
        "AWS_ENDPOINT_URL": api.endpoint(),
        # By number: buckets are then paths, and not names below localhost, which not every machine resolves.
        "AWS_ENDPOINT_URL_S3": api.endpoint().replace("localhost", "127.0.0.1"),
        "AWS_ACCESS_KEY_ID": credentials["AccessKeyId"],
        "AWS_SECRET_ACCESS_KEY": credentials["SecretAccessKey"],
        "AWS_SESSION_TOKEN": credentials["SessionToken"],
        "AWS_LAMBDA_FUNCTION_NAME": function.function_name,
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function.memory_size),
        **function.environment_vars,
    }
