import type { EndpointName } from '#/contract/endpoints.ts'
import { callAs, type ColleagueCall } from '#mocks/colleague.ts'
import { createMemoryStore, type InitialRows, type MemoryStore, type MemoryStoreOptions } from '#mocks/memory-store.ts'
import { createMockState, mockPassword, type DemoUser, type MockStateStore } from '#mocks/mock-state.ts'
import type { Endpoints } from '#mocks/operations.ts'
import { demoStaff } from '#mocks/seed/demo-staff.ts'
import { createApi } from '#server/api/create-api.ts'
import type { ApiDeps, Identity } from '#server/api/deps.ts'
import { databaseFileVault } from '#server/api/file-vault.ts'
import { invoiceDocuments } from '#server/api/invoice-document.ts'
import { sniffFile } from '#server/api/sniff-file.ts'
import type { StaffRow } from '#server/store/rows.ts'
import type { ResultOf } from '#/contract/endpoint.ts'

const sessionMinutes = 30

/** The demo data of the mock has its PINs as they are. */
const mockPinVault = { seal: async (pin: string) => pin, open: async (pin: string) => pin }

export interface MockBackend {
  store: MemoryStore
  state: MockStateStore
  /** Answers as the server would to whoever is signed in. */
  fetch(request: Request): Promise<Response>
  /** What a colleague does meanwhile, with the rights of that person. Throws when it is refused. */
  callAs<N extends EndpointName>(
    user: DemoUser,
    name: N,
    call: ColleagueCall<Endpoints[N]>,
  ): Promise<ResultOf<Endpoints[N]>>
}

interface Options {
  rows?: InitialRows
  state?: MockStateStore
  onChange?: NonNullable<MemoryStoreOptions['onChange']>
  leastPosition?: NonNullable<MemoryStoreOptions['leastPosition']>
  now?: () => number
}

/** The demo staff, who all have the password of the mock. */
export const staffRows = (): StaffRow[] =>
  Object.values(demoStaff).map((row) => Object.assign({ passwordHash: 'mock' }, row))

/** The API over a memory store. It keeps the session itself, since a service worker can neither set nor read cookies. */
export function createMockBackend({
  rows,
  state = createMockState(),
  onChange,
  leastPosition,
  now = Date.now,
}: Options = {}): MockBackend {
  const store = createMemoryStore({
    rows: { staff: staffRows(), ...rows },
    ...(onChange ? { onChange } : {}),
    ...(leastPosition ? { leastPosition } : {}),
  })

  const identityOf = async (staffId: string | null): Promise<Identity | undefined> => {
    const staff = staffId === null ? undefined : await store.get('staff', staffId)
    return staff && { staff, sessionExpiresAt: new Date(now() + sessionMinutes * 60_000).toISOString() }
  }
  const deps: Omit<ApiDeps, 'identify' | 'personalDetail'> = {
    store,
    now,
    startSession: async (staff) => {
      state.setState({ staffId: staff.id, isExpired: false })
      return { headers: {}, expiresAt: new Date(now() + sessionMinutes * 60_000).toISOString() }
    },
    endSession: async () => {
      state.setState({ staffId: null, isExpired: false })
      return { headers: {} }
    },
    verifyPassword: async (password, hash) => hash !== null && password === mockPassword,
    authMethod: 'mock',
    links: {
      order: 'https://commerce.example/orders/{number}',
      case: 'https://desk.example/cases/{number}',
      addProduct: 'https://shop.example/checkout?customer={customerNumber}',
      managePayments: 'https://pay.example/customers/{customerNumber}',
    },
    features: { presence: true, liveUpdates: true },
    findPinVault: async () => mockPinVault,
    sniff: sniffFile,
    makeInvoiceDocument: invoiceDocuments(),
    files: databaseFileVault,
    log: ({ method, path, error }) => {
      if (error !== undefined) console.error(`The mock failed at ${method} ${path}`, error)
    },
  }
  // The panel sets the installation up otherwise, which is asked for at each call.
  const apiFor = (identify: ApiDeps['identify']) =>
    createApi({
      ...deps,
      identify,
      get personalDetail() {
        return state.getState().personalDetail
      },
    })
  const api = apiFor(async () => {
    const { staffId, isExpired } = state.getState()
    return staffId !== null && isExpired ? 'expired' : identityOf(staffId)
  })
  const apiOf = (user: DemoUser) => apiFor(async () => identityOf(demoStaff[user].id))

  return {
    store,
    state,
    fetch: async (request) => api.fetch(request),
    callAs: async (user, name, call) => callAs(apiOf(user), name, call),
  }
}
