import type { BridgeError } from '#core/contract/bridge-error.ts';
import { Banner } from '../components/banner.tsx';
import { describeError, describeErrorInFull } from './describe-error.ts';

/** Why something was not done, in the place where it was asked for; nothing where nothing failed. */
export function ErrorBanner({ error }: { readonly error: BridgeError | null }) {
  if (!error) return null;
  return (
    <Banner tone="danger" title={`${describeError(error).title}.`}>
      {describeErrorInFull(error)}
    </Banner>
  );
}
