package io.shopkeeper.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Recommendations as JSON. One that the recommender gives again, the same object, is not written
 * again: what is written goes with the answer that it was written of.
 */
@ApplicationScoped
public class WrittenAnswers {

  @Inject private ShownProducts shown;

  private final Cache<RecommendationAnswer, WrittenJson> written =
      Caffeine.newBuilder().executor(Runnable::run).weakKeys().build();

  /** Without the products themselves. */
  WrittenJson of(RecommendationAnswer answer, Locale locale) {
    WrittenJson known = written.getIfPresent(answer);
    if (known == null) {
      known = write(shown.of(answer, false, locale));
      written.put(answer, known);
    }
    return known;
  }

  /** With what a page shows of each product, as it is now. */
  WrittenJson withProducts(RecommendationAnswer answer, Locale locale) {
    return write(shown.of(answer, true, locale));
  }

  private static WrittenJson write(ShownProducts.Answer answer) {
    try {
      return new WrittenJson(Json.mapper().writeValueAsBytes(answer));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
