/** What the benches call of peers that ship no types for what they export. */

declare module 'phoenix' {
  export class Socket {}
}

declare module '@hotwired/turbo' {
  export function renderStreamMessage(message: string): void
}

declare module 'liveviewjs-client' {
  export class LiveSocket {
    constructor(url: string, socket: unknown, options?: object)
    connect(): void
  }
}
