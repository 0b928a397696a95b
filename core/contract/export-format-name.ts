/** What the first line of an export file says that it is. */
export const exportFormatName = 'promptforge-export';
