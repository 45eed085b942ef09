import type { FastifyInstance } from 'fastify'
import type { DemoAccount } from './index.ts'

/** The accounts of the demo for the sign-in page: `GET /api/demo/accounts` answers `{rows}`. Only where they were made. */
export const showDemoAccounts = (rows: readonly DemoAccount[]) => async (app: FastifyInstance): Promise<void> => {
  if (rows.length > 0) app.get('/api/demo/accounts', async () => ({ rows }))
}
