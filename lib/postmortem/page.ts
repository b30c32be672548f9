import { htmlText } from './html-text';
import { style } from './style';

/** Nothing is loaded from anywhere, no script runs and nothing is sent, whatever somebody wrote. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A page of its own, which can be read from a file and printed. */
export interface Page {
  readonly title: string;
  /** What state it is in, in a word or two. */
  readonly badge: string;
  /** A line below the title. */
  readonly about: string;
  /** Markup of our own making. */
  readonly body: string;
  /** Rules beside those of every page. */
  readonly style?: string;
}

export const pageText = ({ title, badge, about, body, style: own = '' }: Page): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">` +
  `<meta name="viewport" content="width=device-width,initial-scale=1"><title>${htmlText(title)}</title><style>${style}${own}</style></head>` +
  `<body><main><header><span class="badge">${htmlText(badge)}</span><h1>${htmlText(title)}</h1><p class="about">${htmlText(about)}</p></header>` +
  `${body}</main></body></html>\n`;
