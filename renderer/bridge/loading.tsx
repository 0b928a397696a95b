import type { BridgeError } from '#core/contract/bridge-error.ts';
import { ErrorNote } from '../components/error-note.tsx';
import { SkeletonLines } from '../components/skeleton-lines.tsx';
import { describeError, describeErrorInFull } from './describe-error.ts';

interface LoadingProps {
  /** What is being loaded, for example “The members are being loaded”. */
  readonly label: string;
  readonly error: BridgeError | null | undefined;
  readonly onRetry: () => void;
}

/** What stands where something has not come yet, or could not come. */
export function Loading({ label, error, onRetry }: LoadingProps) {
  if (!error) return <SkeletonLines count={5} label={label} />;
  return (
    <ErrorNote title={describeError(error).title} onRetry={onRetry}>
      {describeErrorInFull(error)}
    </ErrorNote>
  );
}
