import { DescribeAddressesCommand, paginateDescribeNetworkInterfaces, type EC2Client } from '@aws-sdk/client-ec2';

/** Public IPv4 addresses of an account in one region: of its network interfaces, those of load balancers among them, and elastic ones. */
export async function publicIpv4(client: EC2Client): Promise<string[]> {
  const found = new Set<string>();
  for await (const { NetworkInterfaces = [] } of paginateDescribeNetworkInterfaces({ client }, {})) {
    for (const { Association: association } of NetworkInterfaces) {
      if (association?.PublicIp !== undefined) found.add(association.PublicIp);
    }
  }
  const { Addresses: elastic = [] } = await client.send(new DescribeAddressesCommand({}));
  for (const { PublicIp: address } of elastic) if (address !== undefined) found.add(address);
  return [...found];
}
