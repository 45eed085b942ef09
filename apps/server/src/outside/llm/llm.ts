import type { Prompt } from '@linli/matching/phrasing'

/** A language model at any address that speaks the chat completions API of OpenAI (vLLM, Ollama, DashScope, DeepSeek, …). */
export interface Llm {
  /** Asks once, without a stream, for JSON. Throws OutsideFailure where it refuses, is busy, takes too long or says nothing: what was to be done is done without it. */
  ask(prompt: Prompt): Promise<string>
  /** Its name, kept with what it said. */
  model: string
}

/** Turns texts into vectors of length one: those of texts that mean the same lie near each other. */
export interface Encoder { encode(texts: readonly string[]): Promise<Float32Array[]>, model: string }
