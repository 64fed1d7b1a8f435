const chooseProject = 'Choose a file that Sparsight made; their names end in .sparsight.';
const chooseModel = 'Choose a file that was exported from Sparsight.';

/** What can be wrong with a project file, its models and model files. */
export const projects = {
  'project.none-open': { message: 'No project is open.', next: 'Open or create a project first.' },
  'project.damaged': {
    message: 'The project file is damaged.',
    next: 'Nothing was written to it; go back to a backup, or send us the file.',
  },
  'project.locked': {
    message: 'The project is open in another Sparsight.',
    next: 'Close it there, then try again.',
  },
  'project.read-only': {
    message: 'The project can be read but not changed.',
    next: 'Copy it to a folder that you may write to, and open the copy.',
  },
  'project.not-a-project': { message: 'The file is not a Sparsight project.', next: chooseProject },
  'project.drive-failed': {
    message: 'The drive failed while the project was in use.',
    next: 'Check that the drive is connected and sound, then open the project again.',
  },
  'project.disk-full': {
    message: 'The disk is full; what was being written was taken back.',
    next: 'Free some space, then try again.',
  },
  'project.unreadable': {
    message: 'The project file cannot be read.',
    next: 'Check that you may read the file and that its drive is connected.',
  },
  'project.missing': {
    message: 'There is no project file of that name.',
    next: 'Check the name, or make a new project by training one.',
  },
  'project.no-folder': {
    message: 'The folder for the project is not there.',
    next: 'Make the folder first, or choose another.',
  },
  'project.newer': {
    message: 'The project was made by a newer Sparsight.',
    next: 'Update Sparsight, then open the project again.',
  },
  'project.older': {
    message:
      'The project was made by an older Sparsight and must be brought up to date before it can be read.',
    next: 'Open it once for writing, from a folder that can be written to.',
  },
  'project.exists': {
    message: 'There is already a file of that name.',
    next: 'Choose another name, or open the file that is there.',
  },
  'project.copy-exists': {
    message: 'There is already a file of that name.',
    next: 'Choose another name for the copy.',
  },
  'project.long-name': {
    message: "The project's name or path is too long: at most {name} bytes of name and {path} of path.",
    next: 'Choose a shorter name or a folder higher up.',
  },
  'project.odd-name': {
    message: "The project's file name ends in a space or holds a character that no file can have.",
    next: 'Choose another name.',
  },

  'model.none': { message: 'The project has no model yet.', next: 'Train one on good parts first.' },
  'model.unknown': {
    message: 'The project has no model {model}.',
    next: 'List the models of the project.',
  },
  'model.in-use-once': {
    message: 'One inspection refers to model {model}.',
    next: 'Remove that inspection first, or keep the model.',
  },
  'model.in-use': {
    message: '{inspections} inspections refer to model {model}.',
    next: 'Remove those inspections first, or keep the model.',
  },
  'model.foreign': {
    message: 'Model {model} was learnt by another version of Sparsight, and this one cannot look with it.',
    next: 'Learn a new model from the same good parts.',
  },
  'model.no-scale': {
    message: 'Model {model} has no scale {scale}.',
    next: 'Ask for one of the scales that the model lists.',
  },
  'model-file.unreadable': {
    message: '{file} cannot be read.',
    next: 'Check that the file is there and that you may read it.',
  },
  'model-file.not-one': { message: 'The file is not a Sparsight model.', next: chooseModel },
  'model-file.newer': {
    message: 'The file was written by a newer Sparsight.',
    next: 'Update Sparsight, then import the model again.',
  },
  'model-file.damaged': {
    message: 'The model file is damaged: it does not hold what was exported.',
    next: 'Export the model again, or fetch the file anew.',
  },
} as const;
