/**
 * A study may have been measured on a model that this one was taught from and that the project does not have, or in
 * another project. Studies that there are were measured here, on the model that they are kept with.
 */
export const studiesOfOtherModels = `
ALTER TABLE studies ADD COLUMN taught_since INTEGER NOT NULL DEFAULT 0 CHECK (taught_since >= 0);
ALTER TABLE studies ADD COLUMN elsewhere INTEGER NOT NULL DEFAULT 0 CHECK (elsewhere IN (0, 1));
`;
