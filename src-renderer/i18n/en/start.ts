export const start = {
  newProjectName: 'Inspection',
};
