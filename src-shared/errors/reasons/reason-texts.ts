import { en } from './en/index.ts';

/** What happened, as a name that every language has a sentence for. */
export type ReasonName = keyof typeof en;
export const reasonNames = Object.keys(en) as readonly ReasonName[];

/** Reasons in another language than English. */
export type InLanguage<English> = Readonly<
  Record<keyof English, { readonly message: string; readonly next: string }>
>;

/** Every reason in one language. */
export type ReasonTexts = InLanguage<typeof en>;

type Named<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Named<Rest>
  : never;

/** What the sentences of a reason need to be told. */
export type ReasonValues<Name extends ReasonName> = Readonly<
  Record<Named<(typeof en)[Name]['message' | 'next']>, string | number>
>;

/** What happened, with what it happened to: enough to say it in any language. */
export interface ErrorReason {
  readonly name: ReasonName;
  readonly values: Readonly<Record<string, string | number>>;
}
