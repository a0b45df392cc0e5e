package io.shopkeeper.recommendation.serving;

import io.shopkeeper.ml.diversity.Diversification;
import io.shopkeeper.ml.diversity.Likeness;
import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import io.shopkeeper.recommendation.boundary.RecommendationRequest;
import io.shopkeeper.recommendation.boundary.RecommendationTraining;
import io.shopkeeper.recommendation.model.RecommendationModel;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
  @Inject private Variety variety;

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
          addPersonal(list, found.model(), taste, variety.of(request.diversify()));
        });
    boolean personal = !list.isEmpty();
    boolean counting =
        serving.isPresent() && serving.get().model().ranking().isEmpty() && !personal;
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
    return near(
        productId,
        n,
        locale,
        (model, item, admissible) ->
            model
                .ranking()
                .map(ranking -> ranking.recommend(History.of(item), n, admissible))
                .orElseGet(() -> neighbours(model.boughtTogether(), item)),
        Reason.similarTo(productId));
  }

  /** Products that are bought together. */
  public RecommendationAnswer boughtTogether(String productId, int n, Locale locale) {
    return near(
        productId,
        n,
        locale,
        (model, item, admissible) -> neighbours(model.boughtTogether(), item),
        Reason.boughtWith(productId));
  }

  private static ScoredItems neighbours(ItemNeighbourModel model, int item) {
    return new ScoredItems(model.neighboursOf(item), model.similaritiesOf(item));
  }

  /** What is liked most these days. */
  public RecommendationAnswer trending(int n, String categoryPath, Locale locale) {
    assortment.refresh();
    var list = new AnswerList(n, id -> assortment.sells(id, categoryPath), assortment, locale);
    Optional<LiveModel.Serving> serving = live.current();
    fill(list, serving);
    return answer(list, serving, null);
  }

  /** Ranks what is near an item that the model knows. */
  @FunctionalInterface
  private interface Nearness {

    ScoredItems of(RecommendationModel model, int item, IntPredicate admissible);
  }

  private RecommendationAnswer near(
      String productId, int n, Locale locale, Nearness nearness, Reason reason) {
    assortment.refresh();
    var list =
        new AnswerList(
            n, id -> !id.equals(productId) && assortment.sells(id, null), assortment, locale);
    Optional<LiveModel.Serving> serving = live.current();
    serving.ifPresent(
        found -> {
          RecommendationModel model = found.model();
          int item = model.indexOf(productId);
          if (item >= 0) {
            ScoredItems near =
                nearness.of(model, item, other -> list.admits(model.productId(other)));
            for (int i = 0; i < near.size(); i++) {
              list.add(model.productId(near.items()[i]), near.scores()[i], reason);
            }
          }
        });
    return answer(list, serving, serving.isEmpty() ? "no_model" : null);
  }

  private void addPersonal(
      AnswerList list, RecommendationModel model, VisitorHistory.Taste taste, Diversification how) {
    History history = history(model, taste);
    if (model.ranking().isEmpty() || history.size() == 0 || list.missing() == 0) {
      return;
    }
    RankingModel ranking = model.ranking().get();
    ScoredItems candidates =
        ranking.recommend(
            history, how.candidates(list.missing()), item -> list.admits(model.productId(item)));
    ScoredItems best = how.choose(candidates, list.missing(), likeness(candidates, model));
    int[] sources = ranking.sources(history, best.items());
    for (int i = 0; i < best.size(); i++) {
      list.add(
          model.productId(best.items()[i]), best.scores()[i], reason(model, taste, sources[i]));
    }
  }

  private Likeness likeness(ScoredItems candidates, RecommendationModel model) {
    return assortment.likeness(
        Arrays.stream(candidates.items()).mapToObj(model::productId).toList());
  }

  /** What the model knows of what the visitor met; empty where it knows none of it. */
  private static History history(RecommendationModel model, VisitorHistory.Taste taste) {
    List<VisitorHistory.Like> known =
        taste.likes().stream().filter(like -> model.indexOf(like.productId()) >= 0).toList();
    int[] items = new int[known.size()];
    float[] values = new float[known.size()];
    long[] times = new long[known.size()];
    for (int i = 0; i < items.length; i++) {
      items[i] = model.indexOf(known.get(i).productId());
      values[i] = known.get(i).value();
      times[i] = known.get(i).time();
    }
    return new History(History.STRANGER, items, values, times);
  }

  private static Reason reason(RecommendationModel model, VisitorHistory.Taste taste, int source) {
    if (source < 0) {
      return Reason.personal();
    }
    String product = model.productId(source);
    return Reason.because(taste.signals().get(product), product);
  }

  private static void addTogether(AnswerList list, RecommendationModel model, Set<String> cart) {
    int[] items = cart.stream().mapToInt(model::indexOf).toArray();
    float[] ones = new float[items.length];
    Arrays.fill(ones, 1);
    ItemNeighbourModel.Recommendation ranking =
        model
            .boughtTogether()
            .recommend(items, ones, list.missing(), item -> list.admits(model.productId(item)));
    for (int i = 0; i < ranking.ranked().size(); i++) {
      list.add(
          model.productId(ranking.ranked().items()[i]),
          ranking.ranked().scores()[i],
          Reason.boughtWith(model.productId(ranking.strongestSources()[i])));
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
