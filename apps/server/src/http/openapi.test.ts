import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { contract } from '@linli/contract'
import { openApi } from './openapi.ts'

test('the contract as a document is valid OpenAPI 3.1 and leaves no endpoint out, nor photos and the stream', async () => {
  const document = openApi('0.1.0')
  const { valid, errors } = await new Validator().validate(structuredClone(document))
  assert.ok(valid, JSON.stringify(errors)?.slice(0, 2000))
  const wanted = Object.entries(contract).flatMap(([module, endpoints]) => Object.keys(endpoints).map((name) => `/api/${module}/${name}`))
  assert.deepEqual(Object.keys(document.paths as object).toSorted(), [...wanted, '/api/document/file', '/api/document/upload', '/api/file/upload', '/api/file/{id}', '/api/ledger/file', '/api/stream'].toSorted())
})
