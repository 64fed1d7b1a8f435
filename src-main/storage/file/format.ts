/** 'SPRS' in ASCII, in the database header at byte 68: tells our files from other SQLite files. */
export const applicationId = 0x53505253;

/** The first bytes of every SQLite 3 database. */
export const sqliteMagic = 'SQLite format 3\0';

/** Files that SQLite or this program puts beside an open project; none remains after a clean close. */
export const sideFiles = {
  wal: '-wal',
  sharedMemory: '-shm',
  journal: '-journal',
  lock: '-lock',
  unborn: '-new',
};
