/**
 * From sources to a list, in plain Java: every source proposes products with scores, {@link
 * io.shopkeeper.recommendation.pipeline.Blend} makes one list of them, rules hide and weigh, the
 * list is made to vary, {@link io.shopkeeper.recommendation.pipeline.Lineup} gives places. What
 * each step did stays with the {@link io.shopkeeper.recommendation.pipeline.Candidate}, so that
 * "why this, why here, why not that" is answered from what happened.
 *
 * <pre>{@code
 * Outcome outcome = new Pipeline(recipe, sources, shelf).run(ask);
 * outcome.shown().forEach(shown -> System.out.println(shown.productId() + " " + shown.reason()));
 * }</pre>
 */
package io.shopkeeper.recommendation.pipeline;
