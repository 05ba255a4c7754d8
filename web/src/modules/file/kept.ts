import type { PreviousUpload, UrlStorage } from 'tus-js-client'
import { keep } from '@/shell/keep'

/*
 * Where unfinished uploads are remembered, so that they go on after a reload. As drafts, which do
 * not outlive the session: their names may tell of somebody.
 */
const NAME = 'draft.uploads'

type Kept = Record<string, PreviousUpload>

function all(): Kept {
  try {
    return JSON.parse(keep.get(NAME) ?? '{}') as Kept
  } catch {
    return {}
  }
}

function write(kept: Kept): void {
  keep.set(NAME, Object.keys(kept).length > 0 ? JSON.stringify(kept) : undefined)
}

/** The same file for the same record. */
export function fingerprintOf(record: string, file: File): string {
  return [record, file.name, file.size, file.lastModified].join('/')
}

/** The names of files that were on their way to a record. */
export function unfinished(record: string): { key: string; name: string }[] {
  return Object.entries(all())
    .filter(([key]) => key.startsWith(`${record}/`))
    .map(([key, upload]) => ({ key, name: upload.metadata['filename'] ?? '' }))
}

export function forget(key: string): void {
  const kept = all()
  delete kept[key]
  write(kept)
}

export const storage: UrlStorage = {
  findAllUploads: async () => Object.values(all()),
  findUploadsByFingerprint: async (fingerprint) => {
    const found = all()[fingerprint]
    return found ? [found] : []
  },
  removeUpload: async (key) => forget(key),
  addUpload: async (fingerprint, upload) => {
    write({ ...all(), [fingerprint]: { ...upload, urlStorageKey: fingerprint } })
    return fingerprint
  },
}
