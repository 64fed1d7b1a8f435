/** How a setting of the recipe is entered. */
export type SettingKind = 'choice' | 'whole' | 'number' | 'share' | 'share-or-auto';

export interface Setting {
  /** Where it is in the recipe. */
  readonly path: SettingPath;
  readonly kind: SettingKind;
  readonly choices?: readonly string[];
}

export interface SettingGroup {
  readonly group: 'picture' | 'patch' | 'dictionary' | 'coder' | 'decision';
  readonly settings: readonly Setting[];
}

export const settingPaths = [
  'channels',
  'workingScale',
  'lighting',
  'alignment',
  'patch.size',
  'patch.stride',
  'patch.scales',
  'dictionary.method',
  'dictionary.initialisation',
  'dictionary.atoms',
  'dictionary.iterations',
  'dictionary.patches',
  'coder.nonzeros',
  'coder.errorTarget',
  'decision.falseRejectRate',
  'decision.reviewRate',
] as const;
export type SettingPath = (typeof settingPaths)[number];

/** The whole recipe but its regions, which are drawn rather than typed. Ranges are the schema's, and only there. */
export const settingGroups: readonly SettingGroup[] = [
  {
    group: 'picture',
    settings: [
      { path: 'channels', kind: 'choice', choices: ['auto', 'grey', 'colour'] },
      { path: 'workingScale', kind: 'share-or-auto' },
      { path: 'lighting', kind: 'choice', choices: ['median', 'none'] },
      { path: 'alignment', kind: 'choice', choices: ['auto', 'on', 'off'] },
    ],
  },
  {
    group: 'patch',
    settings: [
      { path: 'patch.size', kind: 'whole' },
      { path: 'patch.stride', kind: 'whole' },
      { path: 'patch.scales', kind: 'whole' },
    ],
  },
  {
    group: 'dictionary',
    settings: [
      { path: 'dictionary.method', kind: 'choice', choices: ['approximate-ksvd', 'ksvd', 'online'] },
      { path: 'dictionary.initialisation', kind: 'choice', choices: ['data', 'dct'] },
      { path: 'dictionary.atoms', kind: 'whole' },
      { path: 'dictionary.iterations', kind: 'whole' },
      { path: 'dictionary.patches', kind: 'whole' },
    ],
  },
  {
    group: 'coder',
    settings: [
      { path: 'coder.nonzeros', kind: 'whole' },
      { path: 'coder.errorTarget', kind: 'number' },
    ],
  },
  {
    group: 'decision',
    settings: [
      { path: 'decision.falseRejectRate', kind: 'share' },
      { path: 'decision.reviewRate', kind: 'share' },
    ],
  },
];
