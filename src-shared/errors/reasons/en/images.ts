const openInViewer =
  'Open the file in an image viewer; if it looks damaged there too, copy or take it again.';
const saveAsKnown = 'Save it as PNG, TIFF, JPEG, BMP, WebP or GIF with 8 or 16 bits per channel.';
const putBack = 'Put the original picture back, or inspect it again.';
const largerOrSmaller = 'Use larger images, or a recipe with smaller patches.';

/** What can be wrong with an image, and with an image of a project. */
export const images = {
  'image.empty': { message: 'The image {file} is empty (0 bytes).', next: openInViewer },
  'image.no-file': { message: 'The image {file} is not a file.', next: openInViewer },
  'image.gone': { message: 'The image {file} does not exist (any more).', next: openInViewer },
  'image.denied': { message: 'The image {file} may not be read: permission denied.', next: openInViewer },
  'image.loop': { message: 'The image {file} is a link that leads back to itself.', next: openInViewer },
  'image.long-name': {
    message: 'The image {file} has a name that is too long for this system.',
    next: openInViewer,
  },
  'image.code': { message: 'The image {file} cannot be read ({code}).', next: openInViewer },
  'image.damaged': { message: 'The image {file} is damaged or cut off.', next: openInViewer },
  'image.cut-off': {
    message: 'The image {file} is cut off: it ends before its last row.',
    next: openInViewer,
  },
  'image.cut-off-header': { message: 'The image {file} is cut off within its header.', next: openInViewer },
  'image.odd-depth': {
    message: 'The image {file} is damaged: its header states {bits} bits per pixel.',
    next: openInViewer,
  },
  'image.no-size': {
    message: 'The image {file} is damaged: its header states no size.',
    next: openInViewer,
  },
  'image.no-colour-bits': {
    message: 'The image {file} is damaged: a colour has no bits.',
    next: openInViewer,
  },

  'image.os2-bitmap': { message: '{file} is an OS/2 bitmap, which is not supported.', next: saveAsKnown },
  'image.compressed-bitmap': {
    message: '{file} is a compressed bitmap, which is not supported.',
    next: saveAsKnown,
  },
  'image.format': { message: '{file} is a {format} file, which is not supported.', next: saveAsKnown },
  'image.unknown-format': {
    message: '{file} is not an image file of a known kind, whatever its name says.',
    next: saveAsKnown,
  },
  'image.depth': { message: '{file} stores {depth} values, which is not supported.', next: saveAsKnown },
  'image.channels': { message: '{file} has {channels} channels, which is not supported.', next: saveAsKnown },

  'image.many-bytes': {
    message: 'The file {file} has {megabytes} MB; the limit is {most} MB.',
    next: 'Save it compressed or at a lower resolution.',
  },
  'image.many-pixels': {
    message: 'The image {file} has {megapixels} megapixels; the limit is {most} megapixels.',
    next: 'Save it at a lower resolution, or cut out the part to inspect.',
  },
  'image.below-patch': {
    message: 'The image {file} of {width} x {height} pixels is smaller than a patch of {patch} x {patch}.',
    next: largerOrSmaller,
  },
  'image.below-patch-scaled': {
    message: 'An image of {width} x {height} pixels is smaller than a patch of {patch} x {patch}.',
    next: 'Use larger images, a larger working scale or a smaller patch.',
  },

  'image.unknown': {
    message: 'The project has no image {image}.',
    next: 'It may have been removed; list the images anew.',
  },
  'image.missing': {
    message: 'The image {file} is neither where it was nor in the same place beside the project.',
    next: "Put it back, or move the project into the folder that holds the images' folder.",
  },
  'image.other-size': {
    message: 'The image {file} is no longer the one that was looked at: its size is another.',
    next: 'Put the original file back, or inspect the new one.',
  },
  'image.not-as-imported': {
    message: 'The file is no longer the picture that was added to the project.',
    next: 'Import it anew, or put the original file back.',
  },
  'image.not-as-inspected': { message: '{file} is not the picture that was inspected.', next: putBack },
  'image.not-to-teach': {
    message: '{file} is not the picture that was inspected, so it cannot be taught.',
    next: putBack,
  },
  'image.without-page': {
    message: '{file} is not the picture that was inspected and is shown without its page.',
    next: putBack,
  },
} as const;
