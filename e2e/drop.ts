import type { JSHandle, Locator, Page } from 'playwright-core'

/** Drags a file onto something and lets it go there. */
export async function dropFile(page: Page, onto: Locator, name: string, bytes: Uint8Array): Promise<void> {
  const dataTransfer: JSHandle = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([Uint8Array.from(atob('${Buffer.from(bytes).toString('base64')}'), (letter) => letter.charCodeAt(0))], ${JSON.stringify(name)}))
    return transfer
  })()`)
  for (const kind of ['dragenter', 'dragover', 'drop']) await onto.dispatchEvent(kind, { dataTransfer })
}
