"""Change sets end as on AWS: an executed one is gone, and one that is not there is said to be missing in the words of the API.

https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html
"""

from moto.cloudformation.models import CloudFormationBackend
from moto.core.exceptions import ServiceException


class ChangeSetNotFound(ServiceException):
    code = "ChangeSetNotFound"


def install():
    execute = CloudFormationBackend.execute_change_set

    def described(self, change_set_name):
        found = [each for each in self.change_sets.values() if change_set_name in (each.change_set_id, each.change_set_name)]
        if not found:
            raise ChangeSetNotFound(f"ChangeSet [{change_set_name}] does not exist")
        # Every stack's deployment gives its change set the same name.
        return found[-1]

    def deleted(self, change_set_name):
        for key, each in list(self.change_sets.items()):
            if change_set_name in (each.change_set_id, each.change_set_name):
                del self.change_sets[key]

    def executed(self, change_set_name, stack_name=None):
        stack_id = self.describe_change_set(change_set_name).stack_id
        execute(self, change_set_name, stack_name)
        for key, each in list(self.change_sets.items()):
            if each.stack_id == stack_id:
                del self.change_sets[key]

    CloudFormationBackend.describe_change_set = described
    CloudFormationBackend.delete_change_set = deleted
    CloudFormationBackend.execute_change_set = executed
