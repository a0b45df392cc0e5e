package io.shopkeeper.recommendation.boundary;

import io.shopkeeper.recommendation.serving.Answers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/**
 * Answers from the live model in memory. Only products that are sold now and in stock are shown,
 * never what lies in the visitor's cart, nor what the visitor has bought or rated and does not need
 * again. An event, a consent and a sign-in that were accepted before a call count in its answer; of
 * whoever does not allow personal use nothing is read. Safe for several threads.
 */
@ApplicationScoped
public class Recommender {

  @Inject private Answers answers;

  /** Products for a visitor. */
  public RecommendationAnswer recommend(RecommendationRequest request) {
    return answers.recommend(request).answer();
  }

  /** Products for a visitor, in a form that is made once of an answer that is given again. */
  public <T> T recommend(RecommendationRequest request, AnswerForm<T> form) {
    return answers.recommend(request).in(form);
  }

  /**
   * Products that the same people like; empty if the product is unknown to the model.
   *
   * @param n 1 to 100
   */
  public RecommendationAnswer similar(String productId, int n, Locale locale) {
    return answers.similar(productId, Math.clamp(n, 1, 100), locale);
  }

  /**
   * Products that are bought on the same day by the same customer; empty if there are none.
   *
   * @param n 1 to 100
   */
  public RecommendationAnswer boughtTogether(String productId, int n, Locale locale) {
    return answers.boughtTogether(productId, Math.clamp(n, 1, 100), locale);
  }

  /**
   * What is liked most these days.
   *
   * @param n 1 to 100
   * @param categoryPath only this category and those below it; null for all
   */
  public RecommendationAnswer trending(int n, String categoryPath, Locale locale) {
    return answers.trending(Math.clamp(n, 1, 100), categoryPath, locale);
  }
}
