"""Accounts as AWS Organizations would make them, and the organizer's way in."""

import json

from .api import Aws

# https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_accounts_access-cross-account-role.html
_role = "OrganizationAccountAccessRole"


def set_up(organizer, teams):
    """Returns an access key of the organizer's account; teams' accounts get the role that it assumes there."""
    for team in teams:
        trust = {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Principal": {"AWS": f"arn:aws:iam::{organizer}:root"},
                    "Action": "sts:AssumeRole",
                }
            ],
        }
        Aws(team, "us-east-1").client("iam").create_role(RoleName=_role, AssumeRolePolicyDocument=json.dumps(trust))
    iam = Aws(organizer, "us-east-1").client("iam")
    iam.create_user(UserName="organizer")
    key = iam.create_access_key(UserName="organizer")["AccessKey"]
    return {"accessKeyId": key["AccessKeyId"], "secretAccessKey": key["SecretAccessKey"]}
