package io.shopkeeper.recommendation.serving;

import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.RecommendationTraining;
import io.shopkeeper.recommendation.model.RecommendationModel;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Puts answers together: first what the visitor's own history speaks for, then what is liked these
 * weeks, what the model counted, and what is there at all.
 */
@Dependent
public class Answers {

  @Inject private LiveModel live;
  @Inject private Assortment assortment;
  @Inject private Trends trends;
  @Inject private VisitorHistory histories;

  /** Products for a visitor. */
  public RecommendationAnswer recommend(RecommendationRequest request) {
    assortment.refresh();
    Optional<LiveModel.Serving> serving = live.current();
    VisitorHistory.Taste taste = histories.of(request);
    Set<String> hidden = new HashSet<>(request.exclude());
    hidden.addAll(taste.consumed());
    if (request.productId() != null) {
      hidden.add(request.productId());
    }
    boolean inCart = "cart".equals(request.placement());
    if (inCart) {
      hidden.addAll(taste.cart());
    }
    Predicate<String> admissible =
        id -> !hidden.contains(id) && assortment.sells(id, request.categoryPath());
    var list = new AnswerList(request.n(), admissible, assortment, request.locale());
    serving.ifPresent(
        found -> {
          if (inCart) {
            addTogether(list, found.model(), taste.cart());
          }
          addPersonal(list, found.model(), taste);
        });
    boolean personal = !list.isEmpty();
    boolean counting =
        serving.isPresent() && serving.get().model().neighbours().isEmpty() && !personal;
    if (counting) {
      addPopular(list, serving.get().model());
    }
    fill(list, serving);
    String fallback = null;
    if (!personal && !counting) {
      fallback =
          serving.isEmpty()
              ? "no_model"
              : taste.likes().isEmpty() ? "no_history" : "nothing_related";
    }
    return answer(list, serving, fallback);
  }

  /** Products that the same people like. */
  public RecommendationAnswer similar(String productId, int n, Locale locale) {
    return neighbours(
        productId,
        n,
        locale,
        model -> model.neighbours().orElse(model.boughtTogether()),
        Reason.similarTo(productId));
  }

  /** Products that are bought together. */
  public RecommendationAnswer boughtTogether(String productId, int n, Locale locale) {
    return neighbours(
        productId, n, locale, RecommendationModel::boughtTogether, Reason.boughtWith(productId));
  }

  /** What is liked most these days. */
  public RecommendationAnswer trending(int n, String categoryPath, Locale locale) {
    assortment.refresh();
    var list = new AnswerList(n, id -> assortment.sells(id, categoryPath), assortment, locale);
    Optional<LiveModel.Serving> serving = live.current();
    fill(list, serving);
    return answer(list, serving, null);
  }

  private RecommendationAnswer neighbours(
      String productId,
      int n,
      Locale locale,
      java.util.function.Function<RecommendationModel, ItemNeighbourModel> source,
      Reason reason) {
    assortment.refresh();
    var list =
        new AnswerList(
            n, id -> !id.equals(productId) && assortment.sells(id, null), assortment, locale);
    Optional<LiveModel.Serving> serving = live.current();
    serving.ifPresent(
        found -> {
          ItemNeighbourModel neighbours = source.apply(found.model());
          int item = found.model().indexOf(productId);
          int[] near = neighbours.neighboursOf(item);
          float[] similarities = neighbours.similaritiesOf(item);
          for (int i = 0; i < near.length; i++) {
            list.add(found.model().productId(near[i]), similarities[i], reason);
          }
        });
    return answer(list, serving, serving.isEmpty() ? "no_model" : null);
  }

  private void addPersonal(AnswerList list, RecommendationModel model, VisitorHistory.Taste taste) {
    model
        .neighbours()
        .ifPresent(
            neighbours ->
                rank(
                    list,
                    model,
                    neighbours,
                    taste.likes(),
                    source ->
                        Reason.because(
                            taste.signals().get(model.productId(source)),
                            model.productId(source))));
  }

  private static void addTogether(AnswerList list, RecommendationModel model, Set<String> cart) {
    var ones = new java.util.LinkedHashMap<String, Float>();
    cart.forEach(id -> ones.put(id, 1f));
    rank(
        list,
        model,
        model.boughtTogether(),
        ones,
        source -> Reason.boughtWith(model.productId(source)));
  }

  private static void rank(
      AnswerList list,
      RecommendationModel model,
      ItemNeighbourModel neighbours,
      Map<String, Float> likes,
      java.util.function.IntFunction<Reason> reason) {
    int[] items = new int[likes.size()];
    float[] values = new float[likes.size()];
    int place = 0;
    for (Map.Entry<String, Float> like : likes.entrySet()) {
      items[place] = model.indexOf(like.getKey());
      values[place++] = like.getValue();
    }
    IntPredicate admissible = item -> list.admits(model.productId(item));
    ItemNeighbourModel.Recommendation ranking =
        neighbours.recommend(items, values, list.missing(), admissible);
    for (int i = 0; i < ranking.ranked().size(); i++) {
      list.add(
          model.productId(ranking.ranked().items()[i]),
          ranking.ranked().scores()[i],
          reason.apply(ranking.strongestSources()[i]));
    }
  }

  private void fill(AnswerList list, Optional<LiveModel.Serving> serving) {
    for (Trends.Liked liked : trends.ranked()) {
      if (list.missing() == 0) {
        return;
      }
      list.add(liked.productId(), liked.score(), Reason.trending());
    }
    serving.ifPresent(found -> addPopular(list, found.model()));
    if (list.missing() > 0) {
      assortment.ids().stream()
          .sorted()
          .filter(list::admits)
          .limit(list.missing())
          .forEach(id -> list.add(id, 0, Reason.available()));
    }
  }

  private static void addPopular(AnswerList list, RecommendationModel model) {
    if (list.missing() > 0) {
      var top = model.popularity().top(list.missing(), item -> list.admits(model.productId(item)));
      for (int i = 0; i < top.size(); i++) {
        list.add(model.productId(top.items()[i]), top.scores()[i], Reason.popular());
      }
    }
  }

  private static RecommendationAnswer answer(
      AnswerList list, Optional<LiveModel.Serving> serving, String fallbackReason) {
    return new RecommendationAnswer(
        list.items(),
        RecommendationTraining.MODEL,
        serving.map(LiveModel.Serving::version).orElse(null),
        fallbackReason != null,
        fallbackReason);
  }
}
