/** Full-width ASCII (U+FF01–FF5E) to half-width, ideographic space to space. Typed forms and Excel mix the two. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
}

/** Printed ASCII and Han characters, as most is written already: read once, not three times. */
const isCompact = /^[!-~\u3400-\u9fff]*$/

/** Half-width, without any white space and without the invisible marks that are pasted along from chat and Excel. */
export function compact(text: string): string {
  return isCompact.test(text) ? text : toHalfWidth(text).replace(/[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
}
