const seeWarnings = 'See the warnings for what is wrong with each of them.';

/** What can go wrong with learning from parts, inspecting them and reporting on them. */
export const parts = {
  'parts.none-labelled': {
    message: 'No image of the project is labelled good.',
    next: 'Import pictures of good parts, or label them good, and learn again.',
  },
  'parts.none-usable': {
    message: 'None of the images can be learnt from.',
    next: 'Give at least five readable pictures of good parts; see the warnings for what is wrong with these.',
  },
  'parts.one': {
    message: 'Only 1 good part: what is normal is a guess.',
    next: 'Give at least {advised}, better 20 or more.',
  },
  'parts.few': {
    message: 'Only {parts} good parts: what is normal is a guess.',
    next: 'Give at least {advised}, better 20 or more.',
  },
  'parts.few-for-study': {
    message: 'Too few good images to tell whether more would help: {images}.',
    next: 'Learn from fifteen good images or more.',
  },
  'parts.few-labelled': {
    message: 'Too few parts are labelled to learn from them what a defect is.',
    next: 'Label or judge at least {least} good and {least} defective parts of this inspection.',
  },
  'parts.duplicate': {
    message: '{path} is the same picture as {twin} and is learnt from once.',
    next: 'Remove one of the two if that was not intended.',
  },
  'parts.suspicious': {
    message: '{file} does not look like the other good parts.',
    next: 'Look at it: if it is not good, leave it out and learn again.',
  },
  'parts.mixed-sizes': {
    message: '{odd} of {parts} good parts are not {width} x {height} pixels and are brought to that size.',
    next: 'Photograph all parts the same way, or learn a model for each size.',
  },
  'recipe.nothing-left': {
    message: 'The recipe leaves next to nothing of the parts to inspect.',
    next: 'Make the regions to inspect (regions.inspect) larger, or those to ignore (regions.ignore) smaller.',
  },

  'inspection.none-named': {
    message: 'No part to inspect is named.',
    next: 'Choose images or folders.',
  },
  'inspection.none-inspected': { message: 'None of the images could be inspected.', next: seeWarnings },
  'inspection.under-way': {
    message: 'Inspection {run} is still under way.',
    next: 'Cancel it first, or wait until it has ended.',
  },
  'inspection.unknown': {
    message: 'The project has no run {run}.',
    next: 'Inspect some parts first, or list the runs of the project.',
  },
  'inspection.none-finished': {
    message: 'The project has no finished inspection yet.',
    next: 'Inspect some parts first, or list the runs of the project.',
  },
  'result.unknown': {
    message: 'The project has no result {result}.',
    next: 'List the results of a run to see those that there are.',
  },
  'result.no-map': {
    message: "Result {result} has no map '{map}'.",
    next: 'Inspect the part again to make one.',
  },
  'report.many-pages': {
    message: 'Of the {chosen} chosen parts, the first {most} have a page of their own.',
    next: 'Choose fewer parts, or make several reports.',
  },
} as const;
