"""Security groups' ways out."""

from ..resource import Resource


class SecurityGroupEgress(Resource):
    type = "AWS::EC2::SecurityGroupEgress"

    @staticmethod
    def make(aws, name, properties):
        rules = aws.client("ec2").authorize_security_group_egress(**_rule(properties))["SecurityGroupRules"]
        return rules[0]["SecurityGroupRuleId"], {"Id": rules[0]["SecurityGroupRuleId"]}

    @staticmethod
    def remove(aws, resource_id, properties):
        aws.client("ec2").revoke_security_group_egress(**_rule(properties))


def _rule(properties):
    rule = {"IpProtocol": str(properties["IpProtocol"])}
    for key in ("FromPort", "ToPort"):
        if key in properties:
            rule[key] = int(properties[key])
    if "CidrIp" in properties:
        rule["IpRanges"] = [{"CidrIp": properties["CidrIp"]}]
    if "CidrIpv6" in properties:
        rule["Ipv6Ranges"] = [{"CidrIpv6": properties["CidrIpv6"]}]
    if "DestinationSecurityGroupId" in properties:
        rule["UserIdGroupPairs"] = [{"GroupId": properties["DestinationSecurityGroupId"]}]
    return {"GroupId": properties["GroupId"], "IpPermissions": [rule]}
