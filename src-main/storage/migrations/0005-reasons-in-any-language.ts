/** Why a file cannot be read, besides the English sentence as what every language has its own sentence for. */
export const reasonsInAnyLanguage = `
ALTER TABLE images ADD COLUMN problem_reasons TEXT;
ALTER TABLE result_failures ADD COLUMN reasons TEXT;
`;
