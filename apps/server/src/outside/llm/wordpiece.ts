/** What is read of a `tokenizer.json` (Hugging Face tokenizers) of BERT's kind. */
interface Tokenizer {
  model?: { type?: string, vocab?: Record<string, number>, unk_token?: string, continuing_subword_prefix?: string, max_input_chars_per_word?: number }
  normalizer?: { type?: string, lowercase?: boolean, strip_accents?: boolean | null } | null
}

export interface WordPiece { idsOf(text: string): number[] }

/** BERT's tokens: words cut at spaces, signs and every Chinese character, then into the longest pieces of the vocabulary. @throws Error where the file is of another kind */
export function wordPiece({ model, normalizer }: Tokenizer, most: number): WordPiece {
  const vocabulary = model?.vocab
  if (model?.type !== 'WordPiece' || vocabulary === undefined) throw new Error('tokenizer.json is of no WordPiece model')
  const [begin, end, unknown] = ['[CLS]', '[SEP]', model.unk_token ?? '[UNK]'].map((token) => vocabulary[token])
  if (begin === undefined || end === undefined || unknown === undefined) throw new Error('tokenizer.json has no [CLS], [SEP] or [UNK]')
  const cut = { prefix: model.continuing_subword_prefix ?? '##', longest: model.max_input_chars_per_word ?? 100, unknown }
  const isLower = normalizer?.lowercase ?? true
  return { idsOf: (text) => [begin, ...wordsOf(text, isLower, normalizer?.strip_accents ?? isLower).flatMap((word) => piecesOf([...word], vocabulary, cut)).slice(0, most - 2), end] }
}

const chinese = /([\u4E00-\u9FFF\u3400-\u4DBF\u{20000}-\u{2CEAF}\uF900-\uFAFF\u{2F800}-\u{2FA1F}])/gu
const sign = /([\p{P}$+<=>^`|~])/gu

function wordsOf(text: string, isLower: boolean, isBare: boolean): string[] {
  const cleaned = text.replace(/[\uFFFD\p{Cc}\p{Cf}]/gu, (one) => (/\s/.test(one) ? ' ' : '')).replace(chinese, ' $1 ')
  const lower = isLower ? cleaned.toLowerCase() : cleaned
  const bare = isBare ? lower.normalize('NFD').replace(/\p{Mn}/gu, '') : lower
  return bare.replace(sign, ' $1 ').split(/\s+/).filter((word) => word !== '')
}

function piecesOf(word: readonly string[], vocabulary: Record<string, number>, { prefix, longest, unknown }: { prefix: string, longest: number, unknown: number }): number[] {
  if (word.length > longest) return [unknown]
  const pieces: number[] = []
  for (let from = 0; from < word.length;) {
    let to = word.length
    while (to > from && vocabulary[(from > 0 ? prefix : '') + word.slice(from, to).join('')] === undefined) to -= 1
    if (to === from) return [unknown]
    pieces.push(vocabulary[(from > 0 ? prefix : '') + word.slice(from, to).join('')]!)
    from = to
  }
  return pieces
}
