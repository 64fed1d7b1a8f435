import type { ReportFieldsRequest } from '../../../src-shared/contract/requests.ts';
import type { ReportLanguage } from '../../../src-shared/domain/report.ts';

/** Which parts get a page of their own. */
export type PartsKind = 'suspicious' | 'rejected' | 'chosen' | 'none';

/** What a person has chosen for the report of a run. */
export interface ReportChoices {
  readonly fields: ReportFieldsRequest;
  readonly partsKind: PartsKind;
  /** Results that were chosen by hand; kept while another kind is tried. */
  readonly chosen: readonly number[];
  readonly language: ReportLanguage;
}

/** The choices as the engine takes them, for a preview as for an export. */
export function requestOf(runId: number, { fields, partsKind, chosen, language }: ReportChoices) {
  return { runId, fields, language, details: partsKind === 'chosen' ? [...chosen] : partsKind };
}

/** Characters that one system or another does not take in a file name. */
const forbidden = /[\\/:*?"<>|]|\p{Cc}/gu;

/** A file name that every system takes, without extension. */
export function fileNameOf(text: string): string {
  const name = text.replace(forbidden, ' ').replace(/\s+/g, ' ').trim().replace(/\.+$/, '');
  return name.slice(0, 120).trim();
}
