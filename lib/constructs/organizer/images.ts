/**
 * Public images that the load program's tasks are put together from; none is built here. Each is named by its digest, so that what is
 * pulled can never change; the tag only tells people what it was.
 *
 * The digests are those that several public repositories name for these tags; no registry has been asked. To check them, or to take newer
 * ones: `docker buildx imagetools inspect IMAGE` tells the digest of the index, which has to list linux/arm64. A digest that its registry
 * does not know fails the deployment with `CannotPullContainerError`.
 */
export const images = {
  /** https://docs.aws.amazon.com/cli/latest/userguide/getting-started-docker.html */
  awsCli:
    'public.ecr.aws/aws-cli/aws-cli:2.36.49@sha256:f42bf088cb1456ba9e179ce71fdeb22cc46ff64ea1e3aeae8251ff81391f5bb1',
  /** Each task pulls it once, from an address of its own: far from what Docker Hub allows. https://grafana.com/docs/k6/latest/set-up/install-k6/#docker */
  k6: 'docker.io/grafana/k6:2.2.0@sha256:9bd01d6941fca969cb61bb57d2da5ee9b385fe2aa8881df3798c196564d6ace6',
  /** Node 22.23.3 on Debian 12, from the mirror of Docker's official images. https://gallery.ecr.aws/docker/library/node */
  node: 'public.ecr.aws/docker/library/node:22-slim@sha256:c3de60bf2f9dd0ac6370e6117950ff62d6e339527e7472301c9c78a017978392',
} as const;
