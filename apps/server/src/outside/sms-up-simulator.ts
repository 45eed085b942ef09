/** Pushes what the gateway would: messages of residents, several at a time. */
export interface TextUpSimulator {
  /** What the platform answers. The same `sequence` is the same message pushed again. */
  push(...texts: { phone: string, text: string, sequence?: number }[]): Promise<{ status: number, body: string }>
}

export type PushPost = (path: string, body: string) => Promise<{ status: number, body: string }>

/** The gateway's side of SmsUp on whatever carries it. */
export function textUpSimulator({ path, post }: { path: string, post: PushPost }): TextUpSimulator {
  let last = 0
  return {
    push: (...texts) => post(path, JSON.stringify(texts.map(({ phone, text, sequence = last += 1 }) => ({ phone_number: phone, send_time: '2026-03-02 09:00:00', content: text, sign_name: '临河街道', dest_code: '1234', sequence_id: sequence })))),
  }
}
