package io.shopkeeper.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.shopkeeper.recommendation.boundary.AnswerForm;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.Recommender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;

/** Recommendations as JSON. One that the recommender gives again is not written again. */
@ApplicationScoped
public class WrittenAnswers {

  private static final AnswerForm<WrittenJson> BARE = answer -> write(ShownProducts.bare(answer));

  @Inject private Recommender recommender;
  @Inject private ShownProducts shown;

  /** Without the products themselves. */
  WrittenJson to(RecommendationRequest request) {
    return recommender.recommend(request, BARE);
  }

  /** With what a page shows of each product, as it is now. */
  WrittenJson withProducts(RecommendationRequest request) {
    return write(shown.with(recommender.recommend(request), request.locale()));
  }

  private static WrittenJson write(ShownProducts.Answer answer) {
    try {
      return new WrittenJson(Json.mapper().writeValueAsBytes(answer));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
