import { MonacoRegion } from './monaco-region.tsx';
import { MountedEditor } from './mounted-editor.tsx';
import type { PromptEditorProps } from './prompt-editor-props.ts';
import { useTypography } from './use-typography.ts';

/** The place to write a prompt. It fills the element around it. */
export function PromptEditor(props: PromptEditorProps) {
  const typography = useTypography(props.typography);
  return (
    <MonacoRegion ariaLabel={props.ariaLabel} text={props.value} typography={typography}>
      {(monaco) => <MountedEditor {...props} typography={typography} monaco={monaco} />}
    </MonacoRegion>
  );
}
