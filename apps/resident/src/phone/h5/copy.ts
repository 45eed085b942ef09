/** Browsers give the clipboard to pages of https alone; many offices reach theirs by http in their own network, where a marked text still can be copied. */
export async function copy(text: string): Promise<void> {
  if (window.isSecureContext && 'clipboard' in navigator) return navigator.clipboard.writeText(text)
  const held = Object.assign(document.createElement('textarea'), { value: text })
  document.body.append(held)
  held.select()
  const isCopied = document.execCommand('copy')
  held.remove()
  if (!isCopied) throw new Error('the browser copies nothing')
}
