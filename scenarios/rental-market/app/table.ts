import type { Receipt } from './documents';

/** Where bookings are kept. Putting the same receipt twice is harmless. */
export interface BookingTable {
  put(receipt: Receipt): Promise<void>;
  tryGet(id: string): Promise<Receipt | undefined>;
}

/** Bookings of a local run; gone with the process. */
export function memoryTable(): BookingTable {
  const receipts = new Map<string, Receipt>();
  return {
    put: (receipt) => Promise.resolve(void receipts.set(receipt.id, receipt)),
    tryGet: (id) => Promise.resolve(receipts.get(id)),
  };
}
