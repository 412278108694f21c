/** A page of the server around the live ones: its form sets the cookie. */
export const WELCOME = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Welcome</title>
<style>
  :root { color-scheme: light dark }
  body { max-width: 24rem; margin: 3rem auto; padding: 0 1rem; font: 1.0625rem/1.5 system-ui, sans-serif }
  input, button { min-height: 2.75rem; padding: 0 0.75rem; font: inherit }
</style>
<h1>Welcome</h1>
<form method="post" action="/name">
  <label>Your name <input name="name" autocomplete="given-name" maxlength="60" required></label>
  <button>Go to your desk</button>
</form>
</html>
`
