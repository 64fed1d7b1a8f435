/** The part of the package that we use; it ships without types. */
declare module 'linebreak' {
  /** Line break opportunities after UAX #14. */
  export default class LineBreaker {
    constructor(text: string);
    /** `position` is the UTF-16 index after which a line may (or, if `required`, must) end; null at the end. */
    nextBreak(): { position: number; required: boolean } | null;
  }
}
