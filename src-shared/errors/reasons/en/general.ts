/** What can go wrong anywhere. */
export const general = {
  internal: {
    message: 'Something went wrong inside Sparsight: {text}',
    next: 'Try again; if it happens again, send us the log file.',
  },
  'installation.incomplete': {
    message: 'The installation of Sparsight is incomplete: {path} is missing.',
    next: 'Install Sparsight again.',
  },

  'request.unusable': {
    message: 'This cannot be done as asked. {what}',
    next: 'Correct what is named here.',
  },
  'request.crossed-limits': {
    message: 'The limit for review is above the limit for rejection.',
    next: 'Set the limit for review to the limit for rejection, or below it.',
  },
  'request.outside-picture': {
    message: 'There is no such place in the picture.',
    next: 'Ask for a place within the picture.',
  },

  'work.cancelled': { message: 'Cancelled.', next: 'Nothing was kept; run it again when you like.' },
  'work.unwanted': {
    message: 'Nobody waits for this any more.',
    next: 'Ask again if it is still wanted.',
  },
  'job.not-here': {
    message: 'There is no job {job} in this session.',
    next: 'List the jobs of the project to see those that there are.',
  },
  'job.unknown': {
    message: 'The project has no job {job}.',
    next: 'List the jobs of the project to see those that there are.',
  },
  'job.not-resumable': {
    message: 'Job {job} is not an inspection that was interrupted.',
    next: 'Start it anew.',
  },

  'experiment.setting': {
    message: '{setting} is not a setting of the experiment {experiment}.',
    next: 'Choose one from {least} to {most}.',
  },
  'experiment.no-image': {
    message: 'The experiment {experiment} makes up what it needs.',
    next: 'Run it without an image.',
  },
  'experiment.one-way': {
    message: 'The experiment {experiment} has one way only.',
    next: 'Run it without a method or model.',
  },
  'experiment.small-image': {
    message: 'The image has {width} x {height} pixels, too few to try anything on.',
    next: 'Choose one with at least {least} pixels on each side.',
  },
} as const;
