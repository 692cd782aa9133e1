import type { CollectionName } from '#server/store/rows.ts'
import type { Change } from '#mocks/memory-store.ts'

export interface ChangesListener {
  changed(changes: Change[]): void
  cleared(): void
}

export interface PersistedChanges {
  load(): Promise<Change[]>
  /** Resolves when a reload would find the changes; other windows hear of those that are only passed on, too. */
  save(changes: readonly Change[]): Promise<void>
  clear(): Promise<void>
  /** Tells what other windows save and clear. */
  listen(listener: ChangesListener): void
  close(): void
}

const changesStore = 'changes'
const seedStore = 'seed'

/**
 * Keeps the changes of a memory store in IndexedDB. Only what differs from the seed is written, in the transaction that
 * makes the change: the browser writes a row quickly enough not to need a delay, so nothing acknowledged can be lost.
 * What was saved over another seed is dropped.
 */
export async function openPersistedChanges({
  name,
  seed,
  passedOn = [],
}: {
  name: string
  seed: string
  /** What lasts no longer than a page. */
  passedOn?: readonly CollectionName[]
}): Promise<PersistedChanges> {
  const database = await openDatabase(name)
  const channel = new BroadcastChannel(name)
  const write = async (work: (changes: IDBObjectStore, seeds: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction([changesStore, seedStore], 'readwrite')
    work(transaction.objectStore(changesStore), transaction.objectStore(seedStore))
    return finished(transaction)
  }
  const read = async <T>(store: string, request: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = database.transaction(store)
    const { result } = await settled(transaction, request(transaction.objectStore(store)))
    return result
  }
  const startOver = async () =>
    write((changes, seeds) => {
      changes.clear()
      seeds.put(seed, seedStore)
    })
  const tell = (message: readonly Change[] | null) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
    channel.postMessage(message)
  }
  if ((await read<unknown>(seedStore, (store) => store.get(seedStore))) !== seed) await startOver()

  return {
    load: async () => read<Change[]>(changesStore, (store) => store.getAll()),
    save: async (changes) => {
      const lasting = changes.filter(({ collection }) => !passedOn.includes(collection))
      if (lasting.length > 0) {
        await write((store) => {
          for (const change of lasting) store.put(change)
        })
      }
      tell(changes)
    },
    clear: async () => {
      await startOver()
      tell(null)
    },
    listen: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<Change[] | null>) => {
        if (data) listener.changed(data)
        else listener.cleared()
      })
    },
    close: () => {
      channel.close()
      database.close()
    },
  }
}

async function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.addEventListener('upgradeneeded', () => {
    request.result.createObjectStore(changesStore, { keyPath: ['collection', 'id'] })
    request.result.createObjectStore(seedStore)
  })
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error(`cannot open ${name}`)))
  })
}

async function settled<T>(transaction: IDBTransaction, request: IDBRequest<T>): Promise<IDBRequest<T>> {
  await finished(transaction)
  return request
}

async function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(transaction.error ?? new Error('the browser did not keep the changes'))
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', fail)
    transaction.addEventListener('error', fail)
  })
}
