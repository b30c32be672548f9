"""Schedules. They are records: nothing fires, tests invoke what a schedule would."""

from ..resource import Resource


class Schedule(Resource):
    type = "AWS::Scheduler::Schedule"
    name_property = "Name"

    @staticmethod
    def make(aws, name, properties):
        arn = aws.call("scheduler", "CreateSchedule", {**properties, "Name": name})["ScheduleArn"]
        return name, {"Arn": arn}

    @staticmethod
    def remove(aws, resource_id, properties):
        group = properties.get("GroupName", "default")
        aws.client("scheduler").delete_schedule(Name=resource_id, GroupName=group)
