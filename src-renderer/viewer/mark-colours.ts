/** Marks lie on pictures, not on the window, so they look the same in both themes: light lines with dark edges. */
export const markColours = {
  line: '#ffffff',
  /** Where the picture lies as long as it is not there. */
  backing: '#23272f',
  edge: 'rgba(10, 13, 18, 0.72)',
  chosen: '#5cd0ff',
  chosenText: '#06202e',
} as const;
