import { act, createElement } from 'react';
import type { Root } from 'react-dom/client';

/** As much of a document as React asks for where nothing is drawn. */
function standInDocument() {
  const nothing = () => undefined;
  const listening = { addEventListener: nothing, removeEventListener: nothing };
  const document = { ...listening, nodeType: 9, activeElement: null, documentElement: {} };
  const window = { ...listening, document, HTMLIFrameElement: class {}, getSelection: () => null };
  Object.assign(document, { defaultView: window });
  const container = {
    ...{ ...listening, nodeType: 1, nodeName: 'DIV', tagName: 'DIV', ownerDocument: document },
    ...{ namespaceURI: 'http://www.w3.org/1999/xhtml', textContent: '', firstChild: null, lastChild: null },
  };
  return { document, window, container };
}

const { document, window, container } = standInDocument();
Object.assign(globalThis, { window, document, IS_REACT_ACT_ENVIRONMENT: true });
const { createRoot } = await import('react-dom/client');

/** A hook that runs in React itself, without a screen. */
export interface RenderedHook<Props, Value> {
  /** What it gave last. */
  readonly current: Value;
  /** How often it was asked. */
  readonly renders: number;
  render(props: Props): void;
  unmount(): void;
}

/** Runs a hook, and again whenever it wants to. */
export function renderHook<Props, Value>(
  use: (props: Props) => Value,
  first: NoInfer<Props>,
): RenderedHook<Props, Value> {
  let current: Value;
  let renders = 0;
  const Probe = ({ props }: { props: Props }) => {
    current = use(props);
    renders += 1;
    return null;
  };
  const root: Root = createRoot(container as unknown as Element);
  const render = (props: Props) => act(() => root.render(createElement(Probe, { props })));
  render(first);
  return {
    get current() {
      return current;
    },
    get renders() {
      return renders;
    },
    render,
    unmount: () => act(() => root.unmount()),
  };
}
