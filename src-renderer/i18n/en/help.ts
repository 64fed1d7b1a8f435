export const help = { title: 'help' };
