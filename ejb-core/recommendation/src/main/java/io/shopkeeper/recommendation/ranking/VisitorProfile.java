package io.shopkeeper.recommendation.ranking;

import io.shopkeeper.recommendation.pipeline.Article;
import io.shopkeeper.recommendation.pipeline.Ask;
import io.shopkeeper.recommendation.pipeline.Shelf;
import io.shopkeeper.recommendation.pipeline.Taste;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a visitor turns to, from the last acts: made once for an answer, so that a candidate costs a
 * few look-ups. For one thread.
 */
final class VisitorProfile {

  /** Older acts say little, and each costs. */
  static final int LAST = 100;

  private static final double DAY = 86_400_000.0;

  private final Ask ask;
  private final Map<String, Double> categories = new HashMap<>();
  private final Map<String, Double> departments = new HashMap<>();
  private final Map<String, Double> brands = new HashMap<>();
  private final Map<String, Turned> products = new HashMap<>();
  private double weight;
  private double priceWeight;
  private double prices;
  private String lastCategory;
  private int here;

  /** How often, and when last. */
  private static final class Turned {
    private int times;
    private long last;
  }

  VisitorProfile(Ask ask, Shelf shelf) {
    this.ask = ask;
    List<Taste.Like> likes = ask.taste().likes();
    for (int i = likes.size() - 1; i >= Math.max(0, likes.size() - LAST); i--) {
      Taste.Like like = likes.get(i);
      Turned turned = products.computeIfAbsent(like.productId(), added -> new Turned());
      turned.times++;
      turned.last = Math.max(turned.last, like.time());
      here += like.here() ? 1 : 0;
      shelf.find(like.productId()).ifPresent(article -> take(article, like.value()));
    }
  }

  private void take(Article article, double value) {
    weight += value;
    if (lastCategory == null) {
      lastCategory = article.categoryPath();
    }
    categories.merge(article.categoryPath(), value, Double::sum);
    departments.merge(department(article), value, Double::sum);
    if (!article.brand().isEmpty()) {
      brands.merge(article.brand(), value, Double::sum);
    }
    double price = price(article);
    if (price > 0) {
      prices += value * Math.log(price);
      priceWeight += value;
    }
  }

  private static String department(Article article) {
    int end = article.categoryPath().indexOf('/');
    return end < 0 ? article.categoryPath() : article.categoryPath().substring(0, end);
  }

  /** 0 where there is none. */
  static double price(Article article) {
    return article.price() == null ? 0 : article.price().doubleValue();
  }

  private double share(Map<String, Double> weights, String key) {
    return weight == 0 ? 0 : weights.getOrDefault(key, 0.0) / weight;
  }

  double categoryShare(Article article) {
    return share(categories, article.categoryPath());
  }

  double departmentShare(Article article) {
    return share(departments, department(article));
  }

  double brandShare(Article article) {
    return article.brand().isEmpty() ? 0 : share(brands, article.brand());
  }

  /** ln of what the visitor usually turns to, a geometric mean; NaN where that is not known. */
  double usualPrice() {
    return priceWeight == 0 ? Double.NaN : prices / priceWeight;
  }

  boolean isLastCategory(Article article) {
    return article.categoryPath().equals(lastCategory);
  }

  int timesTurnedTo(String productId) {
    Turned turned = products.get(productId);
    return turned == null ? 0 : turned.times;
  }

  /** NaN for never. */
  double daysSinceTurnedTo(String productId) {
    Turned turned = products.get(productId);
    return turned == null ? Double.NaN : days(turned.last);
  }

  int acts() {
    return ask.taste().likes().size();
  }

  /** Of this session, among the last. */
  int sessionActs() {
    return here;
  }

  /** NaN where there is none. */
  double daysSinceAct() {
    List<Taste.Like> likes = ask.taste().likes();
    return likes.isEmpty() ? Double.NaN : days(likes.getLast().time());
  }

  private double days(long since) {
    return Math.max(0, (ask.now().toEpochMilli() - since) / DAY);
  }
}
