/**
 * Experiments with visitors: who sees what, what it did, when one may believe it, and what a
 * candidate would have done on what was logged before. Plain numbers in and out; nothing here knows
 * a shop.
 *
 * <p>Every interval and probability of an {@link io.shopkeeper.ml.experiment.Effect} holds at every
 * look: one may look daily and stop when one likes. Several arms share the level (Bonferroni), so
 * that what is said and the interval beside it never disagree.
 *
 * <pre>{@code
 * var plan = new Assignment("home-2026", 0.05, 0.5, List.of(new Arm("control", 1), new Arm("ease", 1)));
 * plan.place("visitor-7").arm();                        // always the same
 *
 * var level = ConfidenceSequence.planned(0.05, 200_000);
 * Effect effect = Effect.of(control, treated, level);   // samples: visitors, mean, variance
 * effect.relative();                                    // the lift's interval, good at any time
 * }</pre>
 */
package io.shopkeeper.ml.experiment;
