import type { LabReport } from '../report';

/** The report as a page of its own: no script, nothing from elsewhere. */
export const labPage = (report: LabReport): string => `<!doctype html><title>${report.scenario}</title>`;
