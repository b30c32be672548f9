"""What fails while a stack is made or changed ends as CloudFormation would end it: rolled back, with the reason as an event.

moto answers with a server error instead, which clients retry, and the second try finds nothing to do and reports success. What was
already made stays: there is no roll-back of resources.
"""

import traceback

from moto.cloudformation.models import CloudFormationBackend, Event


def install():
    execute = CloudFormationBackend.execute_change_set

    def executed(self, change_set_name, stack_name=None):
        change_set = self.describe_change_set(change_set_name)
        stack = self.stacks[change_set.stack_id]
        try:
            execute(self, change_set_name, stack_name)
            missing = [name for name in stack.resource_map._template["Resources"] if not _exists(stack, name)]
            if missing:
                raise RuntimeError(f"never made: {', '.join(missing)}")
            # moto keeps the outputs of the first template.
            stack.template_dict = stack.resource_map._template
            stack.output_map = stack._create_output_map()
            stack.description = stack.template_dict.get("Description")
        except Exception as error:
            traceback.print_exc()
            _fail(stack, change_set, error)

    CloudFormationBackend.execute_change_set = executed


def _exists(stack, name):
    condition = stack.resource_map._template["Resources"][name].get("Condition")
    if condition and not stack.resource_map.lazy_condition_map[condition]:
        return True
    return stack.resource_map._parsed_resources.get(name) is not None


def _fail(stack, change_set, error):
    created = change_set.change_set_type == "CREATE"
    reason = getattr(error, "message", None) or f"{type(error).__name__}: {error}"
    stack.events.append(
        Event(
            stack_id=stack.stack_id,
            stack_name=stack.name,
            logical_resource_id=getattr(error, "logical_id", stack.name),
            physical_resource_id="",
            resource_type=getattr(error, "resource_type", "AWS::CloudFormation::Stack"),
            resource_status="CREATE_FAILED" if created else "UPDATE_FAILED",
            resource_status_reason=reason,
            resource_properties=None,
        )
    )
    change_set.execution_status = "EXECUTE_FAILED"
    stack.status = "ROLLBACK_COMPLETE" if created else "UPDATE_ROLLBACK_COMPLETE"
    stack._add_stack_event(stack.status, resource_status_reason=reason)
