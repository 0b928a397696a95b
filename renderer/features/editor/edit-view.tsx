import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
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
import type { PromptDocument } from './prompt-document.ts';
import { TextPanel } from './text-panel.tsx';
import { VariablesPanel } from './variables-panel.tsx';

interface EditViewProps {
  readonly place: PromptPlace;
  readonly typography: Typography;
  readonly colorScheme: ColorScheme;
  readonly isReadOnly: boolean;
}

const noValues = {};
const columns = ['text', 'side'];
const sides = ['variables', 'preview'];
/** Here the text has the whole width, with its variables and the finished text below it. */
const narrow = '(max-width: 900px)';

/** The Edit tab, or what stands in its place while the prompt is being opened. */
export function EditView(props: EditViewProps) {
  const { place } = props;
  const document = useEditor((state) => state.documents[placeKey(place)]);
  return document ? <OpenDocument {...props} document={document} /> : <NotOpened place={place} />;
}

interface OpenDocumentProps extends EditViewProps {
  readonly document: PromptDocument;
}

/** The text on the left, its variables and the finished text on the right. */
function OpenDocument({ place, document, typography, colorScheme, isReadOnly }: OpenDocumentProps) {
  const key = placeKey(place);
  const values = usePreview((state) => state.values[key]) ?? noValues;
  const load = usePreview((state) => state.load);
  useEffect(() => void load(place), [load, place]);

  const content = useRested(document.content, document.variables);
  const finished = useMemo(
    () => finishText(content, document.variables, values),
    [content, document.variables, values],
  );
  const isNarrow = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const columnLayout = useDefaultLayout({
    id: isNarrow ? 'edit-rows' : 'edit-columns',
    panelIds: columns,
    storage: localStorage,
  });
  const sideLayout = useDefaultLayout({
    id: isNarrow ? 'edit-sides-narrow' : 'edit-sides',
    panelIds: sides,
    storage: localStorage,
  });
  const [text, side] = isNarrow
    ? (['vertical', 'horizontal'] as const)
    : (['horizontal', 'vertical'] as const);

  return (
    <Group id="edit-columns" orientation={text} className={classes.view} {...columnLayout}>
      <Panel id="text" defaultSize="60" minSize="30">
        <TextPanel
          place={place}
          document={document}
          values={values}
          typography={typography}
          colorScheme={colorScheme}
          isReadOnly={isReadOnly}
        />
      </Panel>
      <Separator
        className={classes.separator}
        data-between={text}
        aria-label={isNarrow ? 'Height of the text' : 'Width of the text'}
      />
      <Panel id="side" minSize="22">
        <Group id="edit-sides" orientation={side} {...sideLayout}>
          <Panel id="variables" defaultSize="42" minSize="15">
            <VariablesPanel place={place} finished={finished} values={values} isReadOnly={isReadOnly} />
          </Panel>
          <Separator
            className={classes.separator}
            data-between={side}
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
      </Panel>
    </Group>
  );
}
