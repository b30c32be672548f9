"""A role is assumed only where it exists and trusts the caller. moto hands out credentials of any role, existing or not."""

import json

from moto.core.exceptions import AWSError
from moto.iam.models import iam_backends
from moto.sts.models import STSBackend
from moto.sts.responses import TokenResponse


class AccessDenied(AWSError):
    TYPE = "AccessDenied"
    STATUS = 403


def install():
    assume = TokenResponse.assume_role

    def assumed(self):
        arn = self.querystring["RoleArn"][0]
        caller = self.get_access_key()
        _, caller_arn, account = self.backend.get_caller_identity(caller, self.region)
        if not _trusts(arn, account, caller_arn):
            raise AccessDenied(f"User: {caller_arn} is not authorized to perform: sts:AssumeRole on resource: {arn}")
        return assume(self)

    TokenResponse.assume_role = assumed


def _trusts(arn, account, caller_arn):
    role = next((role for role in iam_backends[arn.split(":")[4]]["aws"].roles.values() if role.arn == arn), None)
    if role is None:
        return False
    document = role.assume_role_policy_document
    statements = (json.loads(document) if isinstance(document, str) else document)["Statement"]
    return any(
        _is_caller(principal, account, caller_arn)
        for statement in ([statements] if isinstance(statements, dict) else statements)
        if statement["Effect"] == "Allow"
        for principal in _principals(statement)
    )


def _principals(statement):
    named = statement.get("Principal", {})
    if named == "*":
        return ["*"]
    accounts = named.get("AWS", [])
    return [accounts] if isinstance(accounts, str) else accounts


def _is_caller(principal, account, caller_arn):
    if principal in ("*", account, f"arn:aws:iam::{account}:root"):
        return True
    # A session of a role is `assumed-role/NAME/SESSION`; the role is `role/PATH/NAME`.
    session = caller_arn.split("/")
    return ":assumed-role/" in caller_arn and principal.split(":")[4] == account and principal.split("/")[-1] == session[1]
