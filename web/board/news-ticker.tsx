import { useTexts } from '../shared/use-texts';
import { boardTexts } from '../texts/board';
import type { NewsView } from './view';

/** What happened, newest first; as many as fit. The server writes news in English, organizers write announcements. */
export function NewsTicker({ news }: { readonly news: readonly NewsView[] }) {
  const texts = useTexts(boardTexts);
  return (
    <section className="news" aria-label={texts.news}>
      <h2 className="label">{texts.news}</h2>
      {news.length === 0 ? <p className="news-none">{texts.noNews}</p> : null}
      <ol>
        {news.map((item) => (
          <li key={item.key} className={`news-item news-${item.kind}`}>
            <time>{item.at}</time>
            <span dir="auto" lang={item.kind === 'announcement' ? undefined : 'en'}>
              {item.text}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
