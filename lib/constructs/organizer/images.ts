/**
 * Public images that the load program's tasks are put together from; none is built here.
 *
 * By tag and not by digest, because the digests were not looked up when this was written. To pin one, ask its registry
 * (`docker buildx imagetools inspect IMAGE`) and write `IMAGE@sha256:…` here. The tags of k6 and of the AWS CLI are of one release;
 * the one of Node gets its security updates. All three exist for arm64.
 */
export const images = {
  /** https://docs.aws.amazon.com/cli/latest/userguide/getting-started-docker.html */
  awsCli: 'public.ecr.aws/aws-cli/aws-cli:2.31.0',
  /** From GitHub's registry, which does not limit anonymous pulls as Docker Hub does. https://grafana.com/docs/k6/latest/set-up/install-k6/#docker */
  k6: 'ghcr.io/grafana/k6:2.2.0',
  node: 'public.ecr.aws/docker/library/node:22-slim',
} as const;
