import { Kind } from 'graphql';
import { diagnose, type Rule } from './rule.ts';

/** A deprecation says what to use instead. */
export const deprecations: Rule = (element) => {
  const deprecated = element.node.directives?.find(({ name }) => name.value === 'deprecated');
  if (deprecated === undefined) return null;
  const reason = deprecated.arguments?.find(({ name }) => name.value === 'reason')?.value;
  if (reason?.kind === Kind.STRING && reason.value.trim() !== '') return null;
  return diagnose(
    'DEPRECATED_DIRECTIVE_SHOULD_HAVE_A_REASON',
    'ERROR',
    element,
    `Expected @deprecated(reason:) on ${element.coordinate}; there is no reason. Say what to use instead.`,
  );
};
