package io.shopkeeper.recommendation.boundary;

/**
 * What a caller makes of an answer. Always the same object for the same form: what was made of an
 * answer that is given again is found by it.
 *
 * @param <T> not to be changed: others get the same
 */
@FunctionalInterface
public interface AnswerForm<T> {

  /** Makes it, from this answer alone. */
  T of(RecommendationAnswer answer);
}
