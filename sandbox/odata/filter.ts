import type { Literal } from './lexer.js';

/** An operator that compares two values. */
export type Comparison = 'eq' | 'ne' | 'ge' | 'le' | 'gt' | 'lt';

/** A property, or one inside it: `['displayName']`, `['c', 'issuer']` below a lambda variable `c`. */
export type PropertyPath = readonly string[];

/** A parsed `$filter`. */
export type Filter =
  | { readonly kind: 'and'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly operand: Filter }
  | {
      readonly kind: 'compare';
      readonly path: PropertyPath;
      readonly operator: Comparison;
      readonly value: Literal;
    }
  | { readonly kind: 'in'; readonly path: PropertyPath; readonly values: readonly Literal[] }
  | {
      readonly kind: 'match';
      readonly match: 'startsWith' | 'endsWith' | 'contains';
      readonly path: PropertyPath;
      readonly value: string;
    }
  | {
      readonly kind: 'any';
      readonly path: PropertyPath;
      readonly variable: string;
      readonly condition: Filter;
    }
  | {
      readonly kind: 'count';
      readonly path: PropertyPath;
      readonly operator: Comparison;
      readonly value: Literal;
    };
