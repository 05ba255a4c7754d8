import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

/** An answer of the server as it was last seen on this machine. */
export interface Kept {
  asked: string
  /** Whose it is; empty for what everybody may see. */
  person: string
  at: number
  answer: unknown
}

/** Something a person has said without network, until the server has it. */
export interface Waiting {
  /** Also the Idempotency-Key, so that it arrives once however often it is sent. */
  id: string
  person: string
  path: string
  body: unknown
  /** What the person sees of it. */
  words: string
  at: number
  /** When it was first sent: the server remembers a key for a week. */
  tried?: number
  /** Why the server would not have it. */
  refused?: string
}

interface Schema extends DBSchema {
  kept: { key: string; value: Kept; indexes: { person: string } }
  waiting: { key: string; value: Waiting }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

/** The browser's own database; where there is none (private windows), every call fails. */
export function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('silian', 1, {
    upgrade(db) {
      db.createObjectStore('kept', { keyPath: 'asked' }).createIndex('person', 'person')
      db.createObjectStore('waiting', { keyPath: 'id' })
    },
    // Another tab may want to renew or delete it.
    blocking: (_current, _blocked, event) => {
      ;(event.target as IDBDatabase).close()
      opened = undefined
    },
  })
  opened.catch(() => (opened = undefined))
  return opened
}
