"""Accounts are made as AWS makes them: after a while, and one address only once. moto makes them at once, and as many as are asked for."""

from moto.organizations import utils
from moto.organizations.models import OrganizationsBackend

# Questions about a request until there is an outcome.
_asks = 2
_pending = {}
_failed = {}


def install():
    create = OrganizationsBackend.create_account
    describe = OrganizationsBackend.describe_create_account_status

    def created(self, **kwargs):
        if any(account.email.lower() == kwargs["Email"].lower() for account in self.accounts):
            request = utils.make_random_create_account_status_id()
            _failed[request] = {
                "Id": request,
                "AccountName": kwargs["AccountName"],
                "State": "FAILED",
                # https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreateAccountStatus.html
                "FailureReason": "EMAIL_ALREADY_EXISTS",
            }
            return {"CreateAccountStatus": _under_way(_failed[request])}
        status = create(self, **kwargs)["CreateAccountStatus"]
        _pending[status["Id"]] = _asks
        return {"CreateAccountStatus": _under_way(status)}

    def described(self, **kwargs):
        request = kwargs["CreateAccountRequestId"]
        if request in _failed:
            return {"CreateAccountStatus": _failed[request]}
        status = describe(self, **kwargs)["CreateAccountStatus"]
        _pending[request] = _pending.get(request, 0) - 1
        return {"CreateAccountStatus": _under_way(status) if _pending[request] > 0 else status}

    OrganizationsBackend.create_account = created
    OrganizationsBackend.describe_create_account_status = described


def _under_way(status):
    return {"Id": status["Id"], "AccountName": status["AccountName"], "State": "IN_PROGRESS"}
