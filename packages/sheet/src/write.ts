import type { WriteOptions } from 'hucre/xlsx'

export type { Cell as WriteCell, CellValue, WriteSheet } from 'hucre/xlsx'

/** A workbook of sheets that are here as a whole. What writes it is loaded with the first one: a server that writes none does without its 17 MB. */
export const writeXlsx = async (book: WriteOptions): Promise<Uint8Array> => (await import('hucre/xlsx')).writeXlsx(book)
