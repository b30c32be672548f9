import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

/** The bytes of an answer with their tag; compressed at most once, when first asked for. */
export class Body {
  /** Weak, since one tag stands for the plain and the compressed form. */
  readonly etag: string;
  private gzipped: Uint8Array<ArrayBuffer> | undefined;

  constructor(readonly plain: Uint8Array<ArrayBuffer>) {
    this.etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  }

  get gzip(): Uint8Array<ArrayBuffer> {
    return (this.gzipped ??= new Uint8Array(gzipSync(this.plain)));
  }
}
