import { type ReportRequest, reportOn } from './text-report.ts';

/** Reports on the newest text, first without tokens until the tokenizer is there. */
let countTokens: ((text: string) => number) | null = null;
let latest: ReportRequest | null = null;

const answer = () => {
  if (latest) postMessage(reportOn(latest, countTokens));
};

addEventListener('message', ({ data }: MessageEvent<ReportRequest>) => {
  latest = data;
  answer();
});

const loadTokenizer = async () => {
  const tokenizer = await import('gpt-tokenizer/encoding/o200k_base');
  // What looks like a control token is text in a prompt.
  countTokens = (text) => tokenizer.countTokens(text, { disallowedSpecial: new Set() });
  answer();
};
loadTokenizer().catch(() => undefined);
