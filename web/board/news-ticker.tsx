import type { NewsView } from './view';

/** What happened, newest first; as many as fit. */
export function NewsTicker({ news }: { readonly news: readonly NewsView[] }) {
  return (
    <section className="news" aria-label="News">
      <h2 className="label">News</h2>
      {news.length === 0 ? <p className="news-none">Nothing has happened yet.</p> : null}
      <ol>
        {news.map((item) => (
          <li key={item.key} className={`news-item news-${item.kind}`}>
            <time>{item.at}</time>
            <span dir="auto">{item.text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
