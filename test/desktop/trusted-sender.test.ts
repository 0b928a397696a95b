import { describe, expect, test } from 'vitest';
import { isTrustedSender, type Sender } from '#main/desktop/trusted-sender.ts';

const window = { id: 7, mainFrame: { frameToken: 'main' } };
const mainFrame = { url: 'app://promptforge/', parent: null, frameToken: 'main' };
const own: Sender = { sender: { id: 7 }, senderFrame: mainFrame };

describe('a call of the bridge', () => {
  test('is taken from the main frame of the window', () => {
    expect(isTrustedSender(own, window)).toBe(true);
  });

  test('is refused while there is no window', () => {
    expect(isTrustedSender(own, null)).toBe(false);
  });

  test('is refused from a frame that is gone', () => {
    expect(isTrustedSender({ ...own, senderFrame: null }, window)).toBe(false);
  });

  test('is refused from other contents', () => {
    expect(isTrustedSender({ ...own, sender: { id: 8 } }, window)).toBe(false);
  });

  test('is refused from another frame of the window', () => {
    expect(isTrustedSender({ ...own, senderFrame: { ...mainFrame, frameToken: 'other' } }, window)).toBe(
      false,
    );
  });

  test.each(['https://promptforge/', 'app://evil/', 'file:///index.html', 'about:blank', ''])(
    'is refused from a page at %j',
    (url) => {
      expect(isTrustedSender({ ...own, senderFrame: { ...mainFrame, url } }, window)).toBe(false);
    },
  );
});
