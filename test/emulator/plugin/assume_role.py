"""A role is assumed only where it exists and trusts the caller. moto hands out credentials of any role, existing or not."""

import json

from moto.core.exceptions import ServiceException
from moto.iam.models import iam_backends
from moto.organizations.models import organizations_backends
from moto.sts.responses import TokenResponse

from . import api


class AccessDenied(ServiceException):
    code = "AccessDenied"


def install():
    assume = TokenResponse.assume_role

    def assumed(self):
        arn = self.querystring["RoleArn"][0]
        caller = self.get_access_key()
        # AWS's own services have no account of the caller's kind: whoever uses the plugin's key stands for one.
        if caller != api.service_key:
            _, caller_arn, account = self.backend.get_caller_identity(caller, self.region)
            if not _trusts(arn, account, _principal_arn(caller, account, caller_arn)):
                what = f"not authorized to perform: sts:AssumeRole on resource: {arn}"
                raise AccessDenied(f"User: {caller_arn} is {what}")
        return assume(self)

    TokenResponse.assume_role = assumed


def _principal_arn(access_key, account, caller_arn):
    """Of a session its role, of a user the user: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"""
    known = iam_backends[account]["aws"].access_keys.get(access_key)
    return getattr(known, "role_arn", None) or caller_arn


def _trusts(arn, account, principal_arn):
    role = next((role for role in iam_backends[arn.split(":")[4]]["aws"].roles.values() if role.arn == arn), None)
    if role is None:
        return False
    document = role.assume_role_policy_document
    caller = {"aws:PrincipalArn": principal_arn, "aws:PrincipalOrgID": _organization(account)}
    statements = (json.loads(document) if isinstance(document, str) else document)["Statement"]
    return any(
        _is_caller(principal, account, principal_arn) and _holds(statement.get("Condition", {}), caller)
        for statement in _list(statements)
        if statement["Effect"] == "Allow"
        for principal in _list(statement.get("Principal", {}).get("AWS", []))
    )


def _is_caller(principal, account, principal_arn):
    return principal in (account, f"arn:aws:iam::{account}:root", principal_arn)


def _organization(account):
    """The account's organization; None when it is of none, which equals nothing."""
    try:
        return organizations_backends[account]["aws"].describe_organization()["Organization"]["Id"]
    except ServiceException:
        return None


def _holds(condition, caller):
    """Only the conditions that the toolkit uses are known; any other fails."""
    for operator, keys in condition.items():
        for key, values in keys.items():
            if operator not in ("ArnEquals", "StringEquals") or key not in caller:
                return False
            if caller[key] not in _list(values):
                return False
    return True


def _list(value):
    return value if isinstance(value, list) else [value]
