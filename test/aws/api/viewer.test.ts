import { runInNewContext } from 'node:vm';
import { asViewerSent, tellViewer, viewerAddress, type UrlRequest } from '../../../lib/aws/api/viewer';

type Headers = Record<string, { value: string }>;

/** What the site hands on of a request. */
function atTheEdge(headers: Record<string, string>): Record<string, string> {
  const sent: Headers = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value }]));
  const request = { headers: { host: { value: 'd111.cloudfront.net' }, ...sent } };
  const { handler } = runInNewContext(`${tellViewer}; ({ handler })`) as {
    handler: (event: object) => { headers: Headers };
  };
  const { headers: given } = handler({ request, viewer: { ip: '198.51.100.7' } });
  return Object.fromEntries(Object.entries(given).map(([name, { value }]) => [name, value]));
}

const toFunction = (headers: Record<string, string>): UrlRequest =>
  ({
    version: '2.0',
    rawPath: '/api/session',
    rawQueryString: '',
    headers,
    requestContext: { domainName: 'x.lambda-url.eu-central-1.on.aws', http: { method: 'GET' } },
  }) as unknown as UrlRequest;

test('who asks, and at which address, is what CloudFront saw, whatever a viewer claims', () => {
  const lies = {
    'gameday-viewer-address': '192.0.2.1',
    'gameday-viewer-host': 'evil.example',
    'x-forwarded-for': '192.0.2.1',
  };
  const event = toFunction(atTheEdge(lies));
  expect(viewerAddress({ event })).toBe('198.51.100.7');
  expect(asViewerSent(event)?.requestContext).toMatchObject({ domainName: 'd111.cloudfront.net' });
});

test('a request that did not come through the site speaks for nobody', () => {
  expect(asViewerSent(toFunction({ host: 'x.lambda-url.eu-central-1.on.aws' }))).toBeUndefined();
  expect(asViewerSent(toFunction({ 'gameday-viewer-host': 'd111.cloudfront.net' }))).toBeUndefined();
});
