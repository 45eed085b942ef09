const mb = 2 ** 20

/** What PostgreSQL keeps of its own, an eighth of the machine's memory (bytes), from 256 MB to 2 GB, for the machine is Node's too; and what it may take for kept by anybody, a quarter. */
export function forMemory(bytes: number): { shared_buffers: string, effective_cache_size: string } {
  const part = (divisor: number, least: number, most: number) => `${Math.floor(Math.min(most, Math.max(least, bytes / mb / divisor)))}MB`
  return { shared_buffers: part(8, 256, 2048), effective_cache_size: part(4, 1024, 65_536) }
}
