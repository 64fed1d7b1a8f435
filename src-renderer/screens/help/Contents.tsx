import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Contents.module.css';

interface Heading {
  id: string;
  text: string;
  level: number;
}

/** The sections of the guide; the one that is being read is marked. */
export function Contents({ article }: { article: HTMLElement | null }) {
  const { t } = useTranslation('help');
  const [headings, setHeadings] = useState<Heading[]>([]);
  const [current, setCurrent] = useState<string | null>(null);

  useEffect(() => {
    if (article === null) return undefined;
    const elements = [...article.querySelectorAll<HTMLElement>('h2[id], h3[id]')];
    setHeadings(
      elements.map(({ id, textContent, tagName }) => ({ id, text: textContent, level: Number(tagName[1]) })),
    );
    const scroller = article.parentElement;
    function mark(): void {
      const top = (scroller?.getBoundingClientRect().top ?? 0) + 60;
      const passed = elements.filter((element) => element.getBoundingClientRect().top <= top);
      setCurrent((passed.at(-1) ?? elements[0])?.id ?? null);
    }
    mark();
    scroller?.addEventListener('scroll', mark, { passive: true });
    return () => scroller?.removeEventListener('scroll', mark);
  }, [article]);

  return (
    <nav className={classes.contents} aria-label={t('contents')}>
      <ul>
        {headings.map(({ id, text, level }) => (
          <li key={id}>
            <button
              type="button"
              className={classes.entry}
              data-level={level}
              aria-current={id === current ? 'location' : undefined}
              onClick={() => document.getElementById(id)?.scrollIntoView()}
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
