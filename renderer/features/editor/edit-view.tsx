import { useMediaQuery } from '@mantine/hooks';
import { memo, useEffect, useMemo } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { useRested } from '../../components/use-rested.ts';
import { finishText } from '../../format/finished-text.ts';
import type { ColorScheme } from '../../monaco/typography.ts';
import type { Typography } from '../../theme/typography.ts';
import { placeKey } from '../connections/connections-store.ts';
import classes from './edit-view.module.css';
import { useEditor } from './editor-store.ts';
import { NotOpened } from './not-opened.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { usePreview } from './preview-store.ts';
import { TextPanel } from './text-panel.tsx';
import { VariablesPanel } from './variables-panel.tsx';

interface EditViewProps {
  readonly place: PromptPlace;
  readonly typography: Typography;
  readonly colorScheme: ColorScheme;
  readonly isReadOnly: boolean;
}

const noValues = {};
const noVariables: readonly VariableDeclaration[] = [];
const columns = ['text', 'side'];
const sides = ['variables', 'preview'];
/** Here the text has the whole width, with its variables and the finished text below it. */
const narrow = '(max-width: 900px)';

/** The Edit tab, or what stands in its place while the prompt is being opened. */
export function EditView(props: EditViewProps) {
  const { place } = props;
  const isOpen = useEditor((state) => state.documents[placeKey(place)] !== undefined);
  return isOpen ? <OpenDocument {...props} /> : <NotOpened place={place} />;
}

/** The text on the left, its variables and the finished text on the right. Drawn once, not with each letter. */
function OpenDocument(props: EditViewProps) {
  const { place } = props;
  const load = usePreview((state) => state.load);
  useEffect(() => void load(place), [load, place]);
  const isNarrow = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const columnLayout = useDefaultLayout({
    id: isNarrow ? 'edit-rows' : 'edit-columns',
    panelIds: columns,
    storage: localStorage,
  });
  const orientation = isNarrow ? 'vertical' : 'horizontal';
  return (
    <Group id="edit-columns" orientation={orientation} className={classes.view} {...columnLayout}>
      <Panel id="text" defaultSize="60" minSize="30">
        <TextPanel {...props} />
      </Panel>
      <Separator
        className={classes.separator}
        data-between={orientation}
        aria-label={isNarrow ? 'Height of the text' : 'Width of the text'}
      />
      <Panel id="side" minSize="22">
        <FinishedSide {...props} isNarrow={isNarrow} />
      </Panel>
    </Group>
  );
}

interface SideProps extends EditViewProps {
  readonly isNarrow: boolean;
}

/** Follows the text once it rests: of what stands beside it, nothing is drawn with the letter itself. */
function FinishedSide(props: SideProps) {
  const key = placeKey(props.place);
  const written = useEditor((state) => state.documents[key]?.content ?? '');
  const variables = useEditor((state) => state.documents[key]?.variables) ?? noVariables;
  const content = useRested(written, variables);
  return <Side {...props} content={content} variables={variables} />;
}

interface FinishedSideProps extends SideProps {
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
}

const Side = memo(function Side(props: FinishedSideProps) {
  const { place, content, variables, typography, isReadOnly, isNarrow } = props;
  const values = usePreview((state) => state.values[placeKey(place)]) ?? noValues;
  const finished = useMemo(() => finishText(content, variables, values), [content, variables, values]);
  const layout = useDefaultLayout({
    id: isNarrow ? 'edit-sides-narrow' : 'edit-sides',
    panelIds: sides,
    storage: localStorage,
  });
  const orientation = isNarrow ? 'horizontal' : 'vertical';
  return (
    <Group id="edit-sides" orientation={orientation} {...layout}>
      <Panel id="variables" defaultSize="42" minSize="15">
        <VariablesPanel place={place} finished={finished} values={values} isReadOnly={isReadOnly} />
      </Panel>
      <Separator
        className={classes.separator}
        data-between={orientation}
        aria-label={isNarrow ? 'Width of the variables' : 'Height of the variables'}
      />
      <Panel id="preview" minSize="15">
        <PreviewPanel
          place={place}
          content={content}
          finished={finished}
          values={values}
          typography={typography}
        />
      </Panel>
    </Group>
  );
});
