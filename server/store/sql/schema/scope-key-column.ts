/**
 * A customer can have a hundred scopes, too many for an entry of an index; nearly all have one. So the database makes a
 * column that indexes carry: '' for no scope, '=' and the scope for a single one, '*' for all others, whose list has to be
 * looked at. It is no member of the row: a migration adds it.
 */
export const scopeKeyColumn = 'scope_key'
