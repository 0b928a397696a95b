import { disclaimer } from './disclaimer.ts';
import { incidentHandbook } from './incident-handbook.ts';
import { jsonExtractor } from './json-extractor.ts';
import { onboardingMail } from './onboarding-mail.ts';
import { refundPolicy } from './refund-policy.ts';
import type { SamplePrompt } from './sample-prompt.ts';
import { supportAgent } from './support-agent.ts';

/** What a new sandbox is filled with, the prompt of the first tour first. */
export const samplePrompts: readonly SamplePrompt[] = [
  supportAgent,
  refundPolicy,
  disclaimer,
  onboardingMail,
  jsonExtractor,
  incidentHandbook,
];
