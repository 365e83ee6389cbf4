import type { StrilloneAttributes } from 'strillone';

declare global {
  namespace JSX {
    interface IntrinsicElements {
      'strillone-news': StrilloneAttributes & { [attribute: string]: unknown };
    }
  }
}
