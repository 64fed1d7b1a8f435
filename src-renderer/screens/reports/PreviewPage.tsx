import { useRef } from 'react';
import classes from './Reports.module.css';

export interface PreviewPageProps {
  html: string;
  title: string;
}

/**
 * A page in a frame of its own: nothing in it can run, submit or open anything. It counts as of this window only so that
 * its place on the page can be kept when it is made anew.
 */
export function PreviewPage({ html, title }: PreviewPageProps) {
  const place = useRef(0);
  return (
    <iframe
      className={classes.page}
      title={title}
      sandbox="allow-same-origin"
      srcDoc={html}
      onLoad={({ currentTarget: { contentWindow, contentDocument } }) => {
        contentWindow?.scrollTo(0, place.current);
        contentDocument?.addEventListener('scroll', () => {
          place.current = contentWindow?.scrollY ?? 0;
        });
      }}
    />
  );
}
