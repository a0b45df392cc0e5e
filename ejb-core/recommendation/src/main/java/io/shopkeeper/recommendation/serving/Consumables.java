package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.SettingDefinition;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.recommendation.pipeline.Article;
import io.shopkeeper.recommendation.pipeline.Shelf;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is used up and bought again. Products are durable unless their attribute {@code consumable}
 * says otherwise ({@code yes}, {@code no}, or after how many days), or their category is one of the
 * setting's.
 */
@Dependent
public class Consumables {

  /** Categories of consumables, one a line; those below them, too. */
  public static final SettingDefinition CATEGORIES =
      SettingDefinition.longText("recommendation.consumables", 4000).ownedBy(Consumables.class);

  /** When they are needed again. */
  public static final SettingDefinition DAYS =
      SettingDefinition.number("recommendation.again-after-days", 0, 3650, 30)
          .ownedBy(Consumables.class);

  private static final long USUAL_DAYS = 30;
  private static final Set<String> YES = Set.of("yes", "true", "是");

  @Inject private ServingState state;
  @Inject private Settings settings;
  @Inject private Clock clock;

  private Assortment assortment;

  @PostConstruct
  void begin() {
    assortment = state.assortment();
  }

  /**
   * Of what a person owns, that which need not be shown to the person yet: durables for good,
   * consumables for a time.
   *
   * @param owned by product, since when
   */
  Map<String, Instant> notYetNeeded(Map<String, Instant> owned) {
    if (owned.isEmpty()) {
      return owned;
    }
    List<String> categories =
        settings.text(CATEGORIES).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    long usual = settings.number(DAYS).orElse(USUAL_DAYS);
    return notYetNeeded(
        owned, assortment.current(), article -> again(article, categories, usual), clock.instant());
  }

  /**
   * Those that are durable, those that are needed again later than now, and those that the shop
   * does not have.
   *
   * @param again how long after it was bought a product is needed again; empty for a durable
   */
  static Map<String, Instant> notYetNeeded(
      Map<String, Instant> owned,
      Shelf shelf,
      Function<Article, Optional<Duration>> again,
      Instant now) {
    Map<String, Instant> left = new HashMap<>(owned);
    left.entrySet()
        .removeIf(
            entry ->
                shelf
                    .find(entry.getKey())
                    .flatMap(again)
                    .filter(time -> !entry.getValue().plus(time).isAfter(now))
                    .isPresent());
    return left;
  }

  /** How long after it was bought a product is needed again; empty for a durable. */
  static Optional<Duration> again(Article article, List<String> categories, long usualDays) {
    String said = article.consumable().strip().toLowerCase(Locale.ROOT);
    if (said.matches("\\d{1,4}")) {
      return Optional.of(Duration.ofDays(Long.parseLong(said)));
    }
    boolean consumable =
        said.isEmpty() ? categories.stream().anyMatch(article::isIn) : YES.contains(said);
    return consumable ? Optional.of(Duration.ofDays(usualDays)) : Optional.empty();
  }
}
