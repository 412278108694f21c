/** How iron-session seals who is there into a cookie: the same in Next and beside it. */
export const sealed = {
  cookieName: 'who',
  password: 'a random text of at least 32 characters',
  cookieOptions: { secure: false },
}

/** A form that another site sends has that site's origin. */
export const isOwn = ({ headers }) => {
  const origin = headers.get('origin')
  return origin !== null && new URL(origin).host === headers.get('host')
}

/** Redirects to a path of this site, as the browser knows it. */
export const seeOther = (path) => new Response(null, { status: 303, headers: { location: path } })
