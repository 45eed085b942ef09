import { OutsideFailure } from '../failure.ts'
import type { Llm } from './llm.ts'
import { askOpenAi, type OpenAiSettings } from './wire.ts'

/** A person waits for this; offline bands have answered meanwhile. */
const patience = 20_000
/** Of what is said, in tokens: an answer has at most some 200 characters. */
const mostTokens = 600

interface Completion { choices?: { message?: { content?: string | null, refusal?: string | null }, finish_reason?: string }[] }

/** POST /chat/completions, https://platform.openai.com/docs/api-reference/chat/create. */
export const openChat = (settings: OpenAiSettings): Llm => ({
  model: settings.model,
  async ask({ system, data }) {
    const { choices } = await askOpenAi<Completion>(settings, '/chat/completions', {
      model: settings.model, messages: [{ role: 'system', content: system }, { role: 'user', content: data }], response_format: { type: 'json_object' }, temperature: 0, max_tokens: mostTokens, stream: false,
    }, patience)
    const [choice] = choices ?? []
    if (choice?.message?.refusal) throw new OutsideFailure('llm: refused')
    if (choice?.finish_reason === 'content_filter') throw new OutsideFailure('llm: content_filter')
    if (choice?.finish_reason === 'length') throw new OutsideFailure('llm: cut off')
    return choice?.message?.content || nothing()
  },
})

function nothing(): never {
  throw new OutsideFailure('llm: no content')
}
