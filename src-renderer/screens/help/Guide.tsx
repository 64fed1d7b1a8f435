import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import Markdown from 'react-markdown';
import type { Components } from 'react-markdown';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import classes from './Guide.module.css';

export interface GuideProps {
  markdown: string;
  /** Hands over the element that holds the text, for contents and search. */
  onShown: (article: HTMLElement | null) => void;
}

/** The guide as it is read. It is drawn once: search marks places in what is drawn. */
export const Guide = memo(function Guide({ markdown, onShown }: GuideProps) {
  const { t } = useTranslation('help');
  return (
    <div className={classes.scroller} tabIndex={0} role="region" aria-label={t('top')}>
      <article ref={onShown} className={classes.guide} data-selectable>
        <Markdown remarkPlugins={[remarkGfm]} rehypePlugins={[rehypeSlug]} components={components}>
          {markdown}
        </Markdown>
      </article>
    </div>
  );
});

const components: Components = {
  // Pictures of the window are for those who read the guide elsewhere.
  img: () => null,
  // Within the guide a link leads to its section; there is no network for any other.
  a: ({ href, children }) =>
    href?.startsWith('#') === true ? (
      <button
        type="button"
        className={classes.link}
        onClick={() => document.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView()}
      >
        {children}
      </button>
    ) : (
      <span>{children}</span>
    ),
  // The screen has the first heading of the page.
  h1: ({ children }) => <h2 className={classes.title}>{children}</h2>,
  table: ({ children }) => (
    <div className={classes.table}>
      <table>{children}</table>
    </div>
  ),
};
