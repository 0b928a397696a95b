import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let now = () => new Date();
beforeAll(async () => {
  registry = await startTestRegistry({ clock: () => now() });
});
afterAll(() => registry.remove());

const newestEvent = async () => {
  const { items } = await registry.admin.call('listEvents', { query: { order: 'newest', limit: 1 } });
  return items[0];
};

describe('a member', () => {
  it('is changed in name, address and roles, and what is left out stays', async () => {
    const { admin } = registry;
    const body = { name: 'Ada', email: 'ada@example.com', roles: ['viewer' as const] };
    const ada = await admin.call('createMember', { body });
    const params = { id: ada.id };
    expect(await admin.call('getMember', { params })).toEqual(ada);
    const renamed = await admin.call('updateMember', { params, body: { name: 'Ada Lovelace' } });
    expect(renamed).toEqual({ ...ada, name: 'Ada Lovelace' });
    expect(await newestEvent()).toMatchObject({
      type: 'member.updated',
      data: { member: ada.id, name: 'Ada Lovelace', fields: ['name'] },
    });
    const moved = await admin.call('updateMember', {
      params,
      body: { email: null, roles: ['editor', 'editor'] },
    });
    expect(moved).toEqual({ ...renamed, email: null, roles: ['editor'] });
    expect(JSON.stringify(await newestEvent())).not.toContain('ada@example.com');
    const before = await newestEvent();
    await admin.call('updateMember', { params, body: { roles: ['editor'] } });
    expect(await newestEvent()).toEqual(before);
    expect(await admin.refuse('getMember', { params: { id: 'nobody' } })).toMatchObject({
      code: 'member-not-found',
    });
    expect(await admin.refuse('updateMember', { params: { id: 'nobody' }, body: {} })).toMatchObject({
      status: 404,
    });
  });

  it('may do what the new roles allow, from the next call on', async () => {
    const member = await registry.join('viewer');
    const create = { body: { name: 'by-the-promoted', content: 'x' } };
    expect(await member.refuse('createPrompt', create)).toMatchObject({ code: 'forbidden' });
    await registry.admin.call('updateMember', { params: { id: member.id }, body: { roles: ['editor'] } });
    await member.call('createPrompt', create);
    await registry.admin.call('updateMember', { params: { id: member.id }, body: { roles: ['app'] } });
    expect(await member.refuse('getDetails', { params: { name: 'by-the-promoted' } })).toMatchObject({
      code: 'forbidden',
      role: 'viewer',
    });
  });

  it('stays an administrator where there is no other', async () => {
    const { admin } = registry;
    const params = { id: (await admin.call('getMe', {})).id };
    expect(await admin.refuse('updateMember', { params, body: { roles: ['viewer'] } })).toMatchObject({
      code: 'last-admin',
      status: 409,
    });
    const second = await registry.join('admin');
    const resign = (id: string) =>
      admin.send('PATCH', `/members/${id}`, { body: { roles: ['viewer'] } }).then(({ status }) => status);
    const statuses = await Promise.all([resign(params.id), resign(second.id)]);
    expect(statuses.sort()).not.toEqual([200, 200]);
    const [left] = statuses[0] === 200 ? [second] : [admin];
    await left?.call('updateMember', { params, body: { roles: ['admin'] } });
    expect((await admin.call('getMe', {})).roles).toEqual(['admin']);
  });
});

describe('a deactivated member', () => {
  it('is refused with every key, at once, and is let in again with the same', async () => {
    const { admin } = registry;
    const member = await registry.join('viewer');
    const params = { id: member.id };
    const second = await admin.call('createKey', { params, body: { name: 'second' } });
    const stream = await member.send('GET', '/events/stream');
    await registry.as(second.secret).call('getMe', {});
    const body = { active: false, reason: 'Left the company' };
    const before = await admin.call('getMember', { params });
    expect(await admin.call('updateMember', { params, body })).toEqual({ ...before, active: false });
    expect(await newestEvent()).toMatchObject({
      type: 'member.updated',
      data: { member: member.id, name: before.name, active: false, reason: body.reason, fields: ['active'] },
    });
    expect(await stream.text()).toMatch(/^: this stream/);
    for (const key of [member.key, second.secret]) {
      const refused = await registry.as(key).refuse('getMe', {});
      expect(refused).toMatchObject({ code: 'unauthenticated', status: 401 });
    }
    const unchanged = await newestEvent();
    await admin.call('updateMember', { params, body });
    expect(await newestEvent()).toEqual(unchanged);
    await admin.call('updateMember', { params, body: { active: true } });
    expect((await member.call('getMe', {})).active).toBe(true);
    expect((await registry.as(second.secret).call('getMe', {})).id).toBe(member.id);
  });

  it('is refused on the way that applications take, too', async () => {
    const app = await registry.join('app');
    const name = 'for-the-application';
    await registry.admin.call('createPrompt', { body: { name, content: 'x' } });
    const fetchIt = () => app.send('POST', `/prompts/${name}`, { body: { version: 1 } });
    expect((await fetchIt()).status).toBe(200);
    await registry.admin.call('updateMember', { params: { id: app.id }, body: { active: false } });
    expect((await fetchIt()).status).toBe(401);
  });

  it('is not among those who can decide, and keeps its name on what it did', async () => {
    const { admin } = registry;
    const [author, reviewer] = [await registry.join('editor'), await registry.join('reviewer')];
    const name = 'by-somebody-who-left';
    await author.call('createPrompt', { body: { name, content: 'x' } });
    const body = { version: 1, expectedStable: null };
    const { id } = await author.call('requestPromotion', { params: { name }, body });
    const decide = async () =>
      (await admin.call('getPromotion', { params: { id } })).deciders?.reviewers ?? [];
    expect((await decide()).map((person) => person.id)).toContain(reviewer.id);
    await admin.call('updateMember', { params: { id: reviewer.id }, body: { active: false } });
    await admin.call('updateMember', { params: { id: author.id }, body: { active: false } });
    expect((await decide()).map((person) => person.id)).not.toContain(reviewer.id);
    const { candidate, requestedBy } = await admin.call('getPromotion', { params: { id } });
    const { name: known } = await admin.call('getMember', { params: { id: author.id } });
    expect([candidate.author.name, requestedBy.name]).toEqual([known, known]);
  });

  it('is never the only administrator', async () => {
    const { admin } = registry;
    const params = { id: (await admin.call('getMe', {})).id };
    const other = await registry.join('admin');
    const { items } = await admin.call('listMembers', { query: { limit: 200 } });
    for (const { id, roles } of items) {
      if (!roles.includes('admin') || id === params.id) continue;
      await admin.call('updateMember', { params: { id }, body: { active: false } });
    }
    for (const body of [{ active: false }, { roles: ['viewer' as const] }]) {
      expect(await admin.refuse('updateMember', { params, body })).toMatchObject({ code: 'last-admin' });
    }
    await admin.call('updateMember', { params: { id: other.id }, body: { active: true } });
    await admin.call('updateMember', { params, body: { active: false } });
    await other.call('updateMember', { params, body: { active: true } });
  });
});

describe('a key', () => {
  it('is listed with everything but its secret', async () => {
    const { admin } = registry;
    const member = await registry.join('viewer');
    const params = { id: member.id };
    const second = await admin.call('createKey', { params, body: { name: 'never used' } });
    await member.call('getMe', {});
    await admin.call('revokeKey', { params: { id: second.id } });
    const response = await admin.send('GET', `/members/${member.id}/keys`);
    const shown = await response.text();
    expect(shown).not.toContain(member.key);
    expect(shown).not.toMatch(/hash|secret/);
    const { items } = await admin.call('listKeys', { params, query: {} });
    expect(items).toEqual([
      expect.objectContaining({ id: member.keyId, name: 'test', expiresAt: null, revokedAt: null }),
      expect.objectContaining({ id: second.id, prefix: second.prefix, lastUsedAt: null }),
    ]);
    expect(items[0]?.lastUsedAt).not.toBeNull();
    expect(items[1]?.revokedAt).not.toBeNull();
    const first = await admin.call('listKeys', { params, query: { limit: 1 } });
    const rest = await admin.call('listKeys', { params, query: { cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...rest.items]).toEqual(items);
    expect(await admin.refuse('listKeys', { params: { id: 'nobody' }, query: {} })).toMatchObject({
      code: 'member-not-found',
    });
  });

  it('is rotated: the new secret works, the old one is refused at once', async () => {
    const { admin } = registry;
    const member = await registry.join('editor');
    await member.call('getMe', {});
    const params = { id: member.keyId };
    const rotated = await admin.call('rotateKey', { params });
    expect(rotated).toMatchObject({ id: member.keyId, name: 'test', expiresAt: null });
    expect(rotated.secret).not.toBe(member.key);
    expect(await member.refuse('getMe', {})).toMatchObject({ code: 'unauthenticated', status: 401 });
    expect((await registry.as(rotated.secret).call('getMe', {})).id).toBe(member.id);
    const event = await newestEvent();
    expect(event).toMatchObject({ type: 'key.rotated', data: { key: member.keyId, member: member.id } });
    expect(JSON.stringify(event)).not.toContain(rotated.secret);
    await admin.call('revokeKey', { params });
    expect(await admin.refuse('rotateKey', { params })).toMatchObject({
      code: 'key-not-usable',
      status: 409,
    });
    expect(await admin.refuse('rotateKey', { params: { id: 'none' } })).toMatchObject({
      code: 'key-not-found',
    });
  });

  it('ends at its time, and is not rotated back to life', async () => {
    const { admin } = registry;
    const { id } = await registry.join('viewer');
    const inAnHour = new Date(Date.now() + 3_600_000);
    const expiresAt = inAnHour.toISOString().replace('Z', '+00:00');
    const key = await admin.call('createKey', { params: { id }, body: { name: 'brief', expiresAt } });
    expect(key.expiresAt).toBe(inAnHour.toISOString());
    const caller = registry.as(key.secret);
    await caller.call('getMe', {});
    now = () => new Date(Date.now() + 3_600_001);
    expect((await caller.refuse('getMe', {})).detail).toBe('This key has expired.');
    expect(await admin.refuse('rotateKey', { params: { id: key.id } })).toMatchObject({
      code: 'key-not-usable',
    });
    const past = { name: 'late', expiresAt: new Date().toISOString() };
    expect(await admin.refuse('createKey', { params: { id }, body: past })).toMatchObject({
      errors: [{ field: 'expiresAt', message: 'This time has passed already.' }],
    });
    now = () => new Date();
  });

  it('ends its event streams when it is rotated', async () => {
    const member = await registry.join('viewer');
    const stream = await member.send('GET', '/events/stream');
    await registry.admin.call('rotateKey', { params: { id: member.keyId } });
    expect(await stream.text()).toMatch(/^: this stream/);
  });
});
