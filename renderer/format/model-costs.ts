import type { ModelAnswer, ModelSettings } from '#core/contract/model-shapes.ts';
import { formatCount } from './counts.ts';

/** What an answer took: “812 tokens sent, 140 tokens received”; empty where the server did not report it. */
export function describeTokens(tokens: ModelAnswer['tokens'] | undefined): string {
  if (!tokens) return '';
  return `${formatCount(tokens.input, 'token')} sent, ${formatCount(tokens.output, 'token')} received`;
}

type Priced = Pick<ModelSettings, 'inputPrice' | 'outputPrice' | 'currency'>;

/** What some answers cost: tokens as the server reported them, and money where the prices are known. */
export interface ModelCosts {
  readonly tokens: number;
  /** `null` where a price is missing, or no tokens were reported. */
  readonly amount: string | null;
}

const perPrice = 1_000_000;

export function addCosts(answers: readonly Pick<ModelAnswer, 'tokens'>[], prices: Priced): ModelCosts {
  let input = 0;
  let output = 0;
  for (const { tokens } of answers) {
    input += tokens?.input ?? 0;
    output += tokens?.output ?? 0;
  }
  const { inputPrice, outputPrice, currency } = prices;
  const isKnown = input + output > 0 && inputPrice !== null && outputPrice !== null;
  const amount = isKnown
    ? formatAmount((input * inputPrice + output * outputPrice) / perPrice, currency)
    : null;
  return { tokens: input + output, amount };
}

/** What some characters cost at least to send, roughly; `null` without a price. */
export function estimateInput(characters: number, { inputPrice, currency }: Priced): ModelCosts {
  const tokens = Math.ceil(characters / charactersInToken);
  return {
    tokens,
    amount: inputPrice === null ? null : formatAmount((tokens * inputPrice) / perPrice, currency),
  };
}

const charactersInToken = 4;

/** Small amounts keep two figures that say something. */
function formatAmount(amount: number, currency: string): string {
  const style = { style: 'currency', currency } as const;
  try {
    return new Intl.NumberFormat(
      undefined,
      amount > 0 && amount < 0.1 ? { ...style, maximumSignificantDigits: 2 } : style,
    ).format(amount);
  } catch {
    return `${amount.toFixed(4)} ${currency}`;
  }
}
