/** What a server's program gets through to, as found out under a version of the access rules. */
export class Ways {
  version = -1;
  toBalancer = true;
  toTables = true;
  toQueues = true;
}
