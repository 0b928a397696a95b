import type { PromptPlan } from './plan-import.ts';

/** Says in words what importing a prompt does, or has done. */
export function describePlan(plan: PromptPlan): string {
  const { state, versions, details, differsAt } = plan;
  const changed = Object.keys(details);
  const parts = [
    ...(state === 'new' ? ['new'] : []),
    ...(versions.length > 0 ? [describeVersions(versions.map(({ version }) => version))] : []),
    ...(state !== 'new' && changed.length > 0 ? [changed.join(', ')] : []),
    ...(state === 'new' && details.archived ? ['archived'] : []),
    ...(plan.testInputs ? ['test inputs'] : []),
    ...describeStable(plan),
  ];
  if (state === 'different') return `left as it is: its version ${differsAt} has another text here`;
  if (state === 'ahead') return 'left as it is: it has more versions here than in the file';
  return parts.length === 0 ? 'nothing to do' : parts.join('; ');
}

/** True where importing a prompt changes something. */
export function isChange(plan: PromptPlan): boolean {
  const { versions, details, testInputs, stable } = plan;
  return (
    versions.length > 0 ||
    testInputs !== null ||
    Object.keys(details).length > 0 ||
    stable.kind === 'replay' ||
    stable.kind === 'request'
  );
}

function describeVersions(numbers: readonly number[]): string {
  const [first, last] = [numbers[0], numbers.at(-1)];
  return first === last ? `version ${first}` : `versions ${first} to ${last}`;
}

function describeStable({ stable }: PromptPlan): string[] {
  switch (stable.kind) {
    case 'replay':
      return [`stable ${stable.moves.map(({ version }) => `v${version}`).join(', ')}`];
    case 'request':
      return [`a request to promote v${stable.move.version}, which needs its approval here`];
    case 'waiting':
      return [`v${stable.version} still waits to be promoted`];
    case 'elsewhere':
      return [`stable is v${stable.version} here, and stays there`];
    default:
      return [];
  }
}
