export const help = {
  title: 'Help',
  contents: 'Contents',
  search: 'Search the guide',
  matches_one: '{{at}} of {{count}} place',
  matches_other: '{{at}} of {{count}} places',
  none: 'Not found in the guide.',
  next: 'Next place',
  previous: 'Previous place',
  shortcuts: 'Keyboard shortcuts',
  top: 'The user guide',
};
