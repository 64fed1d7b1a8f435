/**
 * A name as a key whose plain order is the one in which a person counts: numbers by value (part 2 before part 10),
 * letters whatever their case. Numbers that differ in leading zeros only are equal.
 */
export function countingOrder(name: string): string {
  return foldCase(name).replace(/\d+/g, (digits) => {
    const value = digits.replace(/^0+(?=.)/, '');
    // The longer of two numbers is the greater one; a name cannot hold one of a thousand digits.
    return String(value.length).padStart(3, '0') + value;
  });
}

/** A text as it is searched: whatever the case, and however the system composes accents and kana. */
export function foldCase(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
