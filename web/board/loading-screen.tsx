/** Before the first good answer. */
export function LoadingScreen({ unreachable }: { readonly unreachable: boolean }) {
  return (
    <main className="still" data-screen="loading">
      <p className="still-title">GameDay</p>
      <p className="still-line" role="status">
        {unreachable ? 'The scoreboard does not answer yet. Trying again…' : 'Fetching the scoreboard…'}
      </p>
    </main>
  );
}
