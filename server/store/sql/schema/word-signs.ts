/**
 * Signs that hardly a word begins with. An index of texts knows letters and digits only, so a search for one of them would
 * read every row; an index has the few rows that fit. Not `+` and `(`, with which phones begin, and no hyphen.
 */
const signs = "!-'*,./:-@[-`{-~"
export const beginsWithSign = new RegExp(` [${signs.replace('[', String.raw`\[`)}]`)
/** The same for the database, as it stands in the index. */
export const signPattern = `' [${signs.replaceAll("'", "''")}]'`
