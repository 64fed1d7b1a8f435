import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * What a schema found wrong, one sentence for each setting: where it is, what it must be, what it is.
 *
 * @param value what was checked
 */
export function describeIssues(issues: readonly Issue[], value: unknown): string[] {
  return issues.flatMap((issue) => {
    const place = placeOf(issue.path);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => `${placeOf([...issue.path, key])}: there is no such setting.`);
    }
    const given = givenAt(value, issue.path);
    const sentence = `${demand(issue)}${given === undefined ? '' : `; it is ${given}`}.`;
    return [place === '' ? `It ${sentence}` : `${place}: ${sentence}`];
  });
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

const kinds: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list in [ ]',
  tuple: 'a list in [ ]',
  object: 'a group of settings in { }',
};

function demand(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${alternatives(issue.values.map((value) => JSON.stringify(value)))}`;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `must be at most ${issue.maximum}`
        : `may have at most ${issue.maximum} ${entries(issue.origin)}`;
    default:
      return issue.message;
  }
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'number' || origin === 'int') {
    return `must be ${inclusive === false ? 'above' : 'at least'} ${minimum}`;
  }
  return minimum === 1 ? 'must not be empty' : `needs at least ${minimum} ${entries(origin)}`;
}

const entries = (origin: string) => (origin === 'string' ? 'characters' : 'entries');

function alternatives(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** A number or a short text as it was given; anything longer says nothing that the place does not. */
function givenAt(value: unknown, path: readonly PropertyKey[]): string | undefined {
  let at = value;
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
  if (typeof at === 'number') return String(at);
  if (typeof at === 'boolean' || at === null) return String(at);
  return typeof at === 'string' && at !== '' && at.length <= 40 ? JSON.stringify(at) : undefined;
}
