/** What is written in a text message; each has a template that was approved for it. */
export type SmsTemplate = 'code' | 'ask' | 'forward' | 'reply'
export interface SmsMessage { phone: string, template: SmsTemplate, values: Record<string, string>, id: string }

/** One gateway for text messages. */
export interface Sms {
  /** Hands a message to the gateway. Answers the gateway's id; throws where it was refused or nothing answered, so that the job tries again. */
  send(message: SmsMessage): Promise<{ gatewayId: string }>
  /** Is there a template for it? */
  has(template: SmsTemplate): boolean
  /** How many letters a value may have in the template `reply`. */
  replyLongest: number
}
