import type { ModelTrial } from '#core/contract/model-shapes.ts';
import type { SecretsPort } from '../../ports.ts';
import type { SettingsService } from '../settings-service.ts';
import { type ModelQuestionOptions, type Patience, usualPatience } from './ask-model.ts';
import { askPatiently } from './ask-patiently.ts';
import { ModelFaultError } from './model-fault-error.ts';

const secretName = 'model-key';
/** Somebody waits in front of the button; in milliseconds. */
const trialPatience: Patience = { first: 30_000, silence: 15_000, whole: 45_000 };
const trialQuestion = 'This tries a connection out. Answer with the one word: ready';

/** Everything of a question but who waits for the answer. */
export type PreparedQuestion = Pick<ModelQuestionOptions, 'address' | 'key' | 'model' | 'messages' | 'send'>;

/** The model that the user has set up. */
export interface ModelService {
  hasKey(): Promise<boolean>;
  setKey(key: string): Promise<void>;
  removeKey(): Promise<void>;
  /** Sends one short question, and says what came of it. */
  tryOut(): Promise<ModelTrial>;
  /**
   * Where the model is and how a finished text is sent to it, as the settings are now.
   *
   * @throws {ModelFaultError} `not-set-up`
   */
  prepare(): Promise<(text: string) => PreparedQuestion>;
}

/** @param send how the network is reached */
export function createModelService(
  settings: SettingsService,
  secrets: SecretsPort,
  send: typeof fetch = fetch,
): ModelService {
  const prepare: ModelService['prepare'] = async () => {
    const { model } = settings.get();
    const address = model && toBaseAddress(model.address);
    if (!model || !address || model.name === '') throw new ModelFaultError('not-set-up');
    const key = await secrets.get(secretName);
    const { name, sendAs, message } = model;
    return (text) => ({
      address,
      key,
      send,
      model: name,
      messages: [
        { role: sendAs, content: text },
        ...(sendAs === 'system' && message !== '' ? [{ role: 'user' as const, content: message }] : []),
      ],
    });
  };
  return {
    prepare,
    hasKey: async () => (await secrets.get(secretName)) !== null,
    setKey: (key) => secrets.set(secretName, key),
    removeKey: () => secrets.remove(secretName),
    async tryOut() {
      const begun = performance.now();
      let answer = '';
      try {
        const ask = await prepare();
        const question = {
          ...ask(trialQuestion),
          messages: [{ role: 'user' as const, content: trialQuestion }],
        };
        const onText = (text: string) => {
          answer += text;
        };
        const signal = AbortSignal.timeout(usualPatience.whole);
        await askPatiently({ ...question, onText, signal, patience: trialPatience });
        return { ok: true, seconds: (performance.now() - begun) / 1_000, answer: answer.slice(0, 80) };
      } catch (error) {
        if (!(error instanceof ModelFaultError)) throw error;
        return { ok: false, fault: error.fault };
      }
    },
  };
}

/** The address below which `/chat/completions` is; `null` where it is none that may be used. */
export function toBaseAddress(typed: string): string | null {
  const url = URL.parse(typed.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  url.search = '';
  url.hash = '';
  return url.href.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
}
