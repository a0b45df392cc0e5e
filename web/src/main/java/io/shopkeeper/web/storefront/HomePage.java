package io.shopkeeper.web.storefront;

import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.Recommender;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is for this visitor, and what everybody looks at. */
@Named("home")
@RequestScoped
public class HomePage {

  private static final int SHOWN = 12;

  @Inject private Recommender recommender;
  @Inject private Visit visit;
  @Inject private Cards cards;
  @Inject private Clock clock;

  private RecommendationAnswer answer;
  private List<ProductCard> forYou;
  private List<ProductCard> trending;

  @PostConstruct
  void begin() {
    answer =
        recommender.recommend(
            new RecommendationRequest(
                visit.getCustomerId(),
                visit.getVisitorId(),
                visit.session(clock.instant()),
                null,
                "home",
                SHOWN,
                visit.cart().pieces().keySet(),
                null,
                visit.getLocale()));
    forYou = answer.fallback() ? List.of() : cards.of(answer, "home");
    Set<String> shown = new HashSet<>();
    forYou.forEach(card -> shown.add(card.id()));
    trending =
        cards.of(recommender.trending(2 * SHOWN, null, visit.getLocale()), "trending").stream()
            .filter(card -> !shown.contains(card.id()))
            .limit(SHOWN)
            .toList();
  }

  /** Personal recommendations; empty while nothing is known. */
  public List<ProductCard> getForYou() {
    return forYou;
  }

  /** What is liked these weeks. */
  public List<ProductCard> getTrending() {
    return trending;
  }

  /** Which version of the model answered; null while none is live. */
  public Integer getModelVersion() {
    return answer.modelVersion();
  }
}
