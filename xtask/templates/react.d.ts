import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { StrilloneAttributes, StrilloneNews } from 'strillone';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'strillone-news': Omit<DetailedHTMLProps<HTMLAttributes<StrilloneNews>, StrilloneNews>, keyof StrilloneAttributes> &
        StrilloneAttributes;
    }
  }
}
