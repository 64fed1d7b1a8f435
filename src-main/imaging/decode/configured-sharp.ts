import sharp from 'sharp';

// Images run in parallel over worker threads, so libvips must not start threads of its own; every image is
// decoded once, so its operation cache would only hold memory. Both are settings of the whole process.
sharp.concurrency(1);
sharp.cache(false);

export { sharp };
