import { MonacoRegion } from './monaco-region.tsx';
import { MountedDiff } from './mounted-diff.tsx';
import type { PromptDiffProps } from './prompt-diff-props.ts';
import { useTypography } from './use-typography.ts';

/** Two texts compared word by word, to be read and not edited. It fills the element around it. */
export function PromptDiff(props: PromptDiffProps) {
  const typography = useTypography(props.typography);
  return (
    <MonacoRegion ariaLabel={props.ariaLabel} text={props.modified} typography={typography}>
      {(monaco) => <MountedDiff {...props} typography={typography} monaco={monaco} />}
    </MonacoRegion>
  );
}
