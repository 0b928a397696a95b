import { useEffect, useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { Version } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNote } from '../../components/error-note.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import type { ColorScheme } from '../../monaco/typography.ts';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useEditor } from '../editor/editor-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { MergeForm } from './merge-form.tsx';
import { useMerges } from './merge-store.ts';
import { beginMerge, type MergeSubject } from './merge-subject.ts';

interface MergeDialogProps {
  readonly place: PromptPlace;
  readonly typography: Typography;
  readonly colorScheme: ColorScheme;
}

/** Brings together what the user wrote and what somebody saved meanwhile. */
export function MergeDialog(props: MergeDialogProps) {
  const opened = useNavigation((state) => state.dialog === 'merge');
  const closeDialog = useNavigation((state) => state.closeDialog);
  return (
    <Dialog title="Merge both texts" size="full" opened={opened} onClose={closeDialog}>
      <MergeLoader {...props} />
    </Dialog>
  );
}

/** Reads the three texts once: what is decided here is about them, whatever is saved meanwhile. */
function MergeLoader({ place, ...look }: MergeDialogProps) {
  const [subject, setSubject] = useState<MergeSubject | null>(null);
  const [error, setError] = useState<BridgeError | null>(null);
  useEffect(() => {
    const document = useEditor.getState().documents[placeKey(place)];
    const theirs = document?.conflict?.theirs ?? document?.newer;
    if (!document || !theirs) return useNavigation.getState().closeDialog();
    const begin = async (version: Version) => {
      const begun = beginMerge(document, version);
      await useMerges.getState().takeUp(begun);
      setSubject(begun);
    };
    useVersions
      .getState()
      .read(place, theirs.version)
      .then(begin)
      .catch((thrown: unknown) => setError(toBridgeError(thrown)));
  }, [place]);
  if (error) {
    return <ErrorNote title={`${describeError(error).title}.`}>{describeErrorInFull(error)}</ErrorNote>;
  }
  if (!subject) return <SkeletonLines count={6} label="The texts are being loaded" />;
  return <MergeForm subject={subject} {...look} />;
}
