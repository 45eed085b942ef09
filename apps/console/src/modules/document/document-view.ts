import type { Output } from '@linli/contract'

export type DocumentView = Output<'document', 'list'>['rows'][number]

export const sizeWords = (bytes: number): string => bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** What a paper is called where nobody says: its file's name without the ending. */
export const nameOf = (file: string): string => file.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim().slice(0, 80)
