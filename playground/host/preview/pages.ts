/** The pages that a visitor sees when a preview can't answer. */
import type { ServerResponse } from 'node:http'

export function answerClosedPort(response: ServerResponse, port: number) {
  answer(
    response,
    502,
    `Nothing answers on port ${port}`,
    `The container runs, but no server listens on port ${port} yet, or it stopped before it answered. Start it, then reload.`,
  )
}

export function answerAsleep(response: ServerResponse) {
  answer(
    response,
    503,
    'This container is asleep',
    'Others needed the room. What it holds is kept: run the project in its page to wake it, then reload.',
  )
}

export function answerNoContainer(response: ServerResponse) {
  answer(
    response,
    404,
    'This container has ended',
    'A preview lives as long as its container. Run the project again to get a new one.',
  )
}

function answer(response: ServerResponse, status: number, title: string, text: string) {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      ...PREVIEW_HEADERS,
    })
    .end(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`,
    )
}

/** Lets a cross-origin isolated page frame a preview. */
export const PREVIEW_HEADERS = {
  'cross-origin-embedder-policy': 'credentialless',
  'cross-origin-resource-policy': 'cross-origin',
}

const STYLE =
  ':root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0;display:grid;place-items:center;min-height:100vh}main{max-width:34rem;padding:2rem}h1{font-size:1.25rem;margin:0 0 .5rem}p{margin:0}'
