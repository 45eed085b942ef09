import { createHmac } from 'node:crypto'

/**
 * Signature version 1.0 of Aliyun's RPC interface (HMAC-SHA1 over the sorted parameters), base64.
 * https://help.aliyun.com/zh/sdk/product-overview/rpc-mechanism
 */
export function sign(method: 'GET' | 'POST', parameters: Record<string, string>, secret: string): string {
  return createHmac('sha1', `${secret}&`).update(`${method}&%2F&${encode(inOrder(parameters))}`).digest('base64')
}

/** All parameters as `name=value&…` sorted by name: what is signed, and what is sent. */
export const inOrder = (parameters: Record<string, string>): string =>
  Object.keys(parameters).toSorted().map((name) => `${encode(name)}=${encode(parameters[name]!)}`).join('&')

/** RFC 3986: unlike encodeURIComponent also ! ' ( ) *. */
const encode = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
