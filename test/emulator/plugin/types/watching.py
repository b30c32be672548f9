"""Alarms. They are records: nothing looks at a metric by itself."""

from ..resource import Resource


class Alarm(Resource):
    type = "AWS::CloudWatch::Alarm"
    name_property = "AlarmName"

    @staticmethod
    def make(aws, name, properties):
        aws.call("cloudwatch", "PutMetricAlarm", {**properties, "AlarmName": name})
        return name, {"Arn": f"arn:aws:cloudwatch:{aws.region}:{aws.account}:alarm:{name}"}

    @classmethod
    def change(cls, aws, resource, name, properties):
        return cls.make(aws, name, properties)

    @staticmethod
    def remove(aws, resource_id, properties):
        aws.client("cloudwatch").delete_alarms(AlarmNames=[resource_id])
