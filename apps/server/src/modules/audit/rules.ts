/** Excel runs what begins so as a formula, also after spaces; so do its full-width forms in Chinese input. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r]/

/** CSV as Excel opens it by double click: UTF-8 with its mark, CRLF, RFC 4180 quotes; what would be run as a formula stands behind an apostrophe. */
export const csvOf = (rows: string[][]): string => `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`

function cell(value: string): string {
  const harmless = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** `2026-02-01 09:30:05`, as the clock on the office's wall: China keeps UTC+8 all year. */
export const wallClock = (moment: Date): string => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

/** A short name for saving, without characters a file system minds. */
export const fileNameOf = (moment: Date): string => `审计记录-${wallClock(moment).replace(' ', '-').replaceAll(':', '')}.csv`
