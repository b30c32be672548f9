"""What moto's CloudWatch lacks: percentiles and percentile ranks, and the history of alarms.

Alarms do not look at metrics; SetAlarmState is what changes them.
"""

import json
import math
import re
from datetime import timezone

from moto.cloudwatch.models import Statistics
from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import ActionResult

# Far below the hundred of AWS, so that whoever reads only the first page is found out.
_items_per_page = 2


def install():
    theirs = Statistics.get_statistics_for_type

    def statistic(self, stat):
        rank = re.fullmatch(r"PR\(([\d.]*):([\d.]*)\)", stat)
        if rank is not None:
            # https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
            low, high = (float(bound) if bound else edge for bound, edge in zip(rank.groups(), (-math.inf, math.inf)))
            values = self.metric_single_values_list
            return 100 * sum(low < value <= high for value in values) / len(values)
        percentile = re.fullmatch(r"p(\d+)", stat)
        if percentile is not None:
            values = sorted(self.metric_single_values_list)
            return values[max(0, math.ceil(len(values) * int(percentile[1]) / 100) - 1)]
        return theirs(self, stat)

    Statistics.get_statistics_for_type = statistic
    CloudWatchResponse.describe_alarm_history = _describe_alarm_history


def _describe_alarm_history(self):
    name = self._get_param("AlarmName")
    start, end = _instant(self._get_param("StartDate")), _instant(self._get_param("EndDate"))
    alarms = [alarm for alarm in self.cloudwatch_backend.alarms.values() if name in (None, alarm.name)]
    items = [item for alarm in alarms for item in _changes(alarm) if start <= _instant(item["Timestamp"]) <= end]
    items.sort(key=lambda item: item["Timestamp"], reverse=self._get_param("ScanBy") != "TimestampAscending")
    first = int(self._get_param("NextToken") or 0)
    result = {"AlarmHistoryItems": items[first : first + _items_per_page]}
    if first + _items_per_page < len(items):
        result["NextToken"] = str(first + _items_per_page)
    return ActionResult(result)


def _changes(alarm):
    """moto keeps the states that were left; the first is the one that the alarm was made with, and was no change."""
    states = [(entry[3], entry[4]) for entry in alarm.history] + [(alarm.state_value, alarm.state_updated_timestamp)]
    return [
        {
            "AlarmName": alarm.name,
            "AlarmType": "MetricAlarm",
            "Timestamp": at,
            "HistoryItemType": "StateUpdate",
            "HistorySummary": f"Alarm updated from {before} to {state}",
            "HistoryData": json.dumps(
                {"version": "1.0", "oldState": {"stateValue": before}, "newState": {"stateValue": state}}
            ),
        }
        for (before, _), (state, at) in zip(states, states[1:])
    ]


def _instant(at):
    return at if at.tzinfo is not None else at.replace(tzinfo=timezone.utc)
