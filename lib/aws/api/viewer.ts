import type { LambdaEvent } from 'hono/aws-lambda';

/** What a function URL hands to its function, payload format 2.0. https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads */
export type UrlRequest = Extract<LambdaEvent, { readonly rawPath: string }>;

/**
 * Headers by which the site tells the API who asks and for which host, set at the edge from what CloudFront itself saw: whatever a viewer sends
 * under these names is overwritten. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
const viewerHeaders = { address: 'gameday-viewer-address', host: 'gameday-viewer-host' } as const;

/** Source of the function that sets them. ECMAScript 5.1, as every runtime of CloudFront Functions knows it. */
export const tellViewer = `function handler(event) {
  var request = event.request;
  request.headers['${viewerHeaders.address}'] = { value: event.viewer.ip };
  request.headers['${viewerHeaders.host}'] = { value: request.headers.host.value };
  return request;
}
`;

/**
 * A request to a function URL as its viewer sent it, to the site's host; undefined for one that did not come through the site. The function's own
 * host is nobody's address, and X-Forwarded-For holds whatever a viewer says.
 */
export function asViewerSent(event: UrlRequest): UrlRequest | undefined {
  const host = event.headers[viewerHeaders.host];
  if (host === undefined || event.headers[viewerHeaders.address] === undefined) return undefined;
  return { ...event, requestContext: { ...event.requestContext, domainName: host } };
}

/** @param env that the adapter of Lambda hands to the app */
export function viewerAddress(env: unknown): string {
  const address = (env as { event: UrlRequest }).event.headers[viewerHeaders.address];
  if (address === undefined) throw new Error('the request names no viewer');
  return address;
}
