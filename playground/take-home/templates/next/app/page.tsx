/** A page of Next: its form sets the cookie. */
export default function Welcome() {
  return (
    <main>
      <h1>Welcome</h1>
      <form method="post" action="/name">
        <label>
          Your name <input name="name" autoComplete="given-name" maxLength={60} required />
        </label>{' '}
        <button type="submit">Go to your desk</button>
      </form>
    </main>
  )
}
