/** Text that is safe inside HTML: made by `html` or by `escapeHtml`, never by hand. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | readonly Part[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for element content and for attributes in quotes; characters that HTML forbids become U+FFFD. */
export function escapeHtml(text: string): string {
  return (
    text
      .toWellFormed()
      // Every control character but tab and line ends.
      .replace(/[^\P{Cc}\t\n\r]/gu, '\uFFFD')
      .replace(/[&<>"']/g, (character) => entities[character] ?? character)
  );
}

/** Template of markup: every value that is not itself markup is escaped; lists are joined. */
export function html(literals: TemplateStringsArray, ...values: Part[]): Markup {
  const text = literals.reduce((joined, literal, i) => joined + toText(values[i - 1] ?? '') + literal);
  return new Markup(text);
}

function toText(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  if (typeof part === 'number') return String(part);
  return part.map(toText).join('');
}
