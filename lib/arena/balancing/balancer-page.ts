import { STATUS_CODES } from 'node:http';
import type { AppAnswer } from '../application';

/** The plain page that a load balancer shows when it has to answer by itself. */
export function balancerPage(status: number): AppAnswer {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`.trim();
  return {
    status,
    headers: { 'content-type': 'text/html', server: 'awselb/2.0' },
    body: `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
  };
}
