/** Saves text as a file. The mark at the beginning tells Excel and WPS that Chinese follows in UTF-8. */
export function saveText(name: string, text: string): void {
  const mark = text.startsWith('\uFEFF') ? '' : '\uFEFF'
  const url = URL.createObjectURL(new Blob([mark, text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
