/**
 * Rules over named features and keys of payments: a small typed language with its parser, printer,
 * completion and words for errors, and what a rule asks for. Plain Java. {@code
 * RuleParser.parse("card.declined.1d >= 3", Map.of())} makes a tree of comparisons; nothing of the
 * text is run. Truth has three values: what cannot be said never fulfils a rule, and neither does
 * its opposite.
 */
package io.shopkeeper.fraud.rules;
