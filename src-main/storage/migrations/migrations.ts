import { firstTables } from './0001-first-tables.ts';
import { imagesForPeople } from './0002-images-for-people.ts';
import { limitsNamesVerdicts } from './0003-limits-names-verdicts.ts';
import { studiesSecondOpinions } from './0004-studies-second-opinions.ts';
import { reasonsInAnyLanguage } from './0005-reasons-in-any-language.ts';
import { studiesOfOtherModels } from './0006-studies-of-other-models.ts';

/**
 * The SQL that leads from an empty file to today's form; a file's `user_version` says how many it has seen.
 * Append only: a released migration is never changed.
 */
export const migrations: readonly string[] = [
  firstTables,
  imagesForPeople,
  limitsNamesVerdicts,
  studiesSecondOpinions,
  reasonsInAnyLanguage,
  studiesOfOtherModels,
];
