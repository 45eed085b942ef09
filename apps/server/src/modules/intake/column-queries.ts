/** What is read of a row in its file, and as what; of a row that cannot be stored only what is shown of it is kept. */
const shown = { role: 'text', since: 'date', fields: 'list', clears: 'list', name: 'text', number_masked: 'text', phone_masked: 'text' } as const
export const stored = {
  pinyin: 'text', initials: 'text', certificate: 'text', number: 'bytea', number_index: 'bytea', number_tail: 'text', sex: 'text', birth: 'date', phone: 'bytea', phone_index: 'bytea', phone_tail: 'text', population_kind: 'text', groups: 'list', facts: 'jsonb', sealed: 'bytea',
} as const
export const readInFile = { ...shown, ...stored }
/** The same while it is in clear, before a thread of its own has sealed it; and the cells as people see them. */
export const readInClear = { ...readInFile, number: 'text', phone: 'text', sealed: 'text', texts: 'text', lists: 'lists' } as const
export type ReadInFile = keyof typeof readInFile
/** What is found out about it: whom and what it is about, and what is wrong. */
export const foundOut = { no: 'integer', area: 'text', outcome: 'text', wrong: 'list', faults: 'bytea', cells: 'bytea', record: 'uuid', said: 'bytea', seen: 'integer', revision: 'integer', conflicts: 'list', housing: 'uuid', place: 'text', address: 'text' } as const
/** What stands instead of what was read, where something is found out. */
export const instead = { name: 'text', number_index: 'bytea', fields: 'list', clears: 'list' } as const
export type FoundOut = keyof typeof foundOut | `own_${keyof typeof instead}`
