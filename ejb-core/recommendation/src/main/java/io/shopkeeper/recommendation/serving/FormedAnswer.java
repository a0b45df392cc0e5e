package io.shopkeeper.recommendation.serving;

import io.shopkeeper.recommendation.boundary.AnswerForm;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;

/**
 * An answer, and the form that it was last asked for in, so that an answer that is given again is
 * not put into its form again, and its form goes when it goes. Safe for several threads.
 */
public final class FormedAnswer {

  private final RecommendationAnswer answer;
  private volatile Formed<?> formed;

  private record Formed<T>(AnswerForm<T> form, T value) {}

  FormedAnswer(RecommendationAnswer answer) {
    this.answer = answer;
  }

  /** As it was made. */
  public RecommendationAnswer answer() {
    return answer;
  }

  /** In a form, made if it was not last asked for in this one. */
  public <T> T in(AnswerForm<T> form) {
    Formed<?> last = formed;
    if (last == null || last.form() != form) {
      last = new Formed<>(form, form.of(answer));
      formed = last;
    }
    @SuppressWarnings("unchecked") // it is the value that this very form made
    T value = (T) last.value();
    return value;
  }
}
