const checkPath = 'Check the path; a drive or a network share may not be connected.';
const askOwner = 'Ask its owner for permission to read it, or copy it to a folder of your own.';
const checkFile = 'Check the file and its permissions.';
const freeSpace = 'Free some space and try again.';
const writable = 'Choose a folder that you may write to.';
const chooseLogo = 'Choose a PNG or JPEG file of at most 2 MB, or leave the logo out.';
const layOut = 'Lay the images out as train/good, test/good and test/<defect>.';
const chooseImages = 'Choose a folder that holds JPEG, PNG, TIFF, BMP, WebP or GIF files.';

/** What can be wrong with a file or folder, whatever it holds. */
export const files = {
  'input.missing': { message: '{file} does not exist.', next: checkPath },
  'input.denied': { message: '{file} cannot be read: permission denied.', next: askOwner },
  'input.unreadable': { message: '{file} cannot be read: {code}.', next: askOwner },
  'folder.missing': {
    message: 'There is no folder {folder}.',
    next: 'It may have been moved, or its drive is not connected.',
  },
  'folder.none': { message: '{folder} is not a folder.', next: 'Choose a folder.' },
  'folder.unreadable': {
    message: 'The folder {folder} cannot be read.',
    next: 'Ask its owner for permission to read it.',
  },
  'folder.without-images': { message: 'There are no images in {folders}.', next: chooseImages },
  'folder.unreadable-images': {
    message: 'None of the {images} images in {folders} can be read.',
    next: chooseImages,
  },
  'folder.not-samples': {
    message: '{folder} holds files that are not sample parts.',
    next: 'Choose an empty folder, or one where sample parts were made before.',
  },
  'folder.not-watched': {
    message: 'There is no folder to watch.',
    next: 'Choose the folder into which the camera writes.',
  },

  'dataset.missing': {
    message: 'The folder {folder} of labelled parts does not exist or is empty.',
    next: layOut,
  },
  'dataset.empty': {
    message: 'There are no images in the folders of {folder}.',
    next: 'Put the parts to measure on into test/good and test/<defect>.',
  },
  'dataset.no-good': {
    message: 'There are no good parts to measure on: AUROC and average precision mean nothing.',
    next: layOut,
  },
  'dataset.no-defects': {
    message: 'There are no defective parts to measure on: AUROC and average precision mean nothing.',
    next: layOut,
  },
  'dataset.unmasked': {
    message: '{unmasked} of {defects} defective parts have no mask and do not count for the pixels.',
    next: 'Put their masks into ground_truth/<defect>, named <name>_mask.png.',
  },

  'file.left-out': { message: '{path} is left out.', next: checkFile },
  'file.cannot-be-read': { message: 'The image {file} cannot be read.', next: checkFile },
  'skipped.irregular': { message: 'It is not a regular file.', next: checkFile },
  'skipped.missing': {
    message: 'It is not there: a link that leads nowhere, or a name this system cannot open.',
    next: checkFile,
  },
  'skipped.denied': { message: 'Permission is denied.', next: checkFile },
  'skipped.loop': { message: 'It is a link that leads back to itself.', next: checkFile },
  'skipped.long-path': { message: 'Its path is too long for this system.', next: checkFile },
  'skipped.code': { message: 'The system says {code}.', next: checkFile },
  'skipped.no-images': { message: 'No image in it can be read.', next: checkFile },

  'write.full': { message: '{path} cannot be written: the disk is full.', next: freeSpace },
  'write.quota': { message: '{path} cannot be written: your share of the disk is used up.', next: freeSpace },
  'write.read-only': {
    message: '{path} cannot be written: the disk is read-only.',
    next: 'Choose another place.',
  },
  'write.denied': { message: '{path} cannot be written: permission is denied.', next: writable },
  'write.no-folder': {
    message: '{path} cannot be written: its folder does not exist.',
    next: 'Create the folder first.',
  },
  'write.is-folder': { message: '{path} cannot be written: it is a folder.', next: 'Name a file.' },
  'write.in-file': {
    message: '{path} cannot be written: its folder is a file.',
    next: 'Name a place inside a folder.',
  },
  'write.exists': {
    message: '{path} cannot be written: there is a file of that name.',
    next: 'Choose another folder.',
  },
  'write.long-name': {
    message: '{path} cannot be written: its name is too long.',
    next: 'Choose a shorter name.',
  },

  'logo.missing': { message: 'The logo {file} is not there (any more).', next: chooseLogo },
  'logo.format': { message: 'The logo {file} is neither a PNG nor a JPEG picture.', next: chooseLogo },
  'logo.too-large': { message: 'The logo {file} is larger than 2 MB.', next: chooseLogo },
} as const;
