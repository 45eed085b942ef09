import { inflateSync } from 'node:zlib'

/** The words of a paper page by page, as whoever copies from it or searches it finds them: by the table of letters that each embedded font brings. */
export function pdfText(file: Buffer): string[] {
  const raw = file.toString('latin1')
  const objects = new Map([...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, no, body]) => [no!, body!]))
  const stream = (no: string): string => {
    const body = objects.get(no) ?? ''
    const bytes = Buffer.from(body.slice(body.indexOf('stream\n') + 7, body.lastIndexOf('\nendstream')), 'latin1')
    return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
  }
  const fonts = new Map([...objects].flatMap(([no, body]) => { const table = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1]; return table ? [[no, lettersOf(stream(table))] as const] : [] }))
  const dictionary = (body: string, name: string): string => { const ref = new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1]; return ref ? objects.get(ref) ?? '' : body }
  return [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body)).map((body) => {
    const named = new Map([...dictionary(body, 'Resources').matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, no]) => [name!, fonts.get(no!)]))
    return [...body.matchAll(/\/Contents (\d+) 0 R/g)].map(([, no]) => wordsIn(stream(no!), named)).join('')
  })
}

const letter = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** Which letters stand for which glyph (PDF 32000-1, 9.10.3): lists of them, from a glyph on. */
function lettersOf(table: string): Map<number, string> {
  const letters = new Map<number, string>()
  for (const [, from, list] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) [...list!.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex], at) => letters.set(Number.parseInt(from!, 16) + at, letter(hex!.replaceAll(' ', ''))))
  return letters
}

function wordsIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string> | undefined>): string {
  let [letters, words]: [ReadonlyMap<number, string> | undefined, string] = [undefined, '']
  for (const [, font, shown, moved] of content.matchAll(/\/(F\d+) [\d.]+ Tf|(\[[^\]]*\] TJ|<[0-9a-f]+> Tj)|( Tm)\n/gi)) {
    if (font) letters = fonts.get(font)
    else if (moved) words += '\n'
    else for (const [, hex] of shown!.matchAll(/<([0-9a-f]+)>/gi)) for (const [glyph] of hex!.matchAll(/.{4}/g)) words += letters?.get(Number.parseInt(glyph, 16)) ?? '?'
  }
  return words
}
