import { useEffect, useRef, useState } from 'react';
import { appendPages, isNearEnd } from './preview-pages.ts';
import classes from './Reports.module.css';

export interface PreviewPageProps {
  html: string;
  /** The same report with the pages of parts that follow, piece by piece. */
  following: readonly string[];
  title: string;
  /** The last page of a part comes into sight. */
  onNearEnd: () => void;
}

/**
 * A page in a frame of its own: nothing in it can run, submit or open anything. It counts as of this window only so that
 * its place on the page can be kept when it is made anew, and pages be added to it.
 */
export function PreviewPage({ html, following, title, onNearEnd }: PreviewPageProps) {
  const place = useRef(0);
  // Those of another report are not those of this one.
  const [shown, setShown] = useState<{ page: Document; pieces: number } | null>(null);

  useEffect(() => {
    const page = shown?.page;
    if (page === undefined || shown === null) return;
    for (const piece of following.slice(shown.pieces)) appendPages(page, piece);
    if (following.length > shown.pieces) setShown({ page, pieces: following.length });
    else if (isNearEnd(page)) onNearEnd();
  }, [following, onNearEnd, shown]);

  useEffect(() => {
    const page = shown?.page;
    if (page === undefined) return undefined;
    const onScroll = () => {
      place.current = page.defaultView?.scrollY ?? 0;
      if (isNearEnd(page)) onNearEnd();
    };
    page.addEventListener('scroll', onScroll);
    return () => page.removeEventListener('scroll', onScroll);
  }, [onNearEnd, shown]);

  return (
    <iframe
      className={classes.page}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={html}
      onLoad={({ currentTarget: { contentWindow, contentDocument } }) => {
        contentWindow?.scrollTo(0, place.current);
        setShown(contentDocument === null ? null : { page: contentDocument, pieces: 0 });
      }}
    />
  );
}
