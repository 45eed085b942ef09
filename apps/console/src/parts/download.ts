/** Saves text as a file. The mark at the beginning tells Excel and WPS that Chinese follows in UTF-8. */
export const saveText = (name: string, text: string): void => save(name, new Blob([text.startsWith('\uFEFF') ? '' : '\uFEFF', text], { type: 'text/csv;charset=utf-8' }))

/** Saves a spreadsheet that came as base64. */
export const saveSpreadsheet = (name: string, base64: string): void =>
  save(name, new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }))

/** Saves a paper that came as base64. */
export const savePdf = (name: string, base64: string): void => save(name, new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'application/pdf' }))

export function save(name: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
