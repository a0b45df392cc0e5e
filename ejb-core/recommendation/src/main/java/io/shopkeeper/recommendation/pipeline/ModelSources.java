package io.shopkeeper.recommendation.pipeline;

import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ScoredItems;
import io.shopkeeper.ml.ranking.History;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.recommendation.model.RecommendationModel;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** What a model proposes. */
final class ModelSources {

  private final RecommendationModel model;
  private final Shelf.Places places;

  ModelSources(RecommendationModel model, Shelf shelf) {
    this.model = model;
    this.places = shelf.places(model);
  }

  /** Ranked for all that the visitor did; by counts where the model only counts. */
  Source personal() {
    return (ask, n, admissible) ->
        model
            .ranking()
            .map(ranking -> ranked(ranking, ask.taste().likes(), ask, n, admissible))
            .orElseGet(() -> popular().propose(ask, n, admissible));
  }

  /**
   * What was met in the sessions most like the running one; a model that was trained without
   * sessions ranks for what the visitor did in this session.
   */
  Source session() {
    return (ask, n, admissible) ->
        model
            .sessions()
            .or(model::ranking)
            .map(ranking -> ranked(ranking, ask.taste().session(ask.now()), ask, n, admissible))
            .orElse(Proposals.NONE);
  }

  /** Near the product of the page: what the same people like, or else buy on the same day. */
  Source similar() {
    return (ask, n, admissible) -> {
      int item = ask.productId() == null ? -1 : model.indexOf(ask.productId());
      if (item < 0) {
        return Proposals.NONE;
      }
      ScoredItems near =
          model
              .ranking()
              .map(ranking -> ranking.recommend(History.of(item), n, items(admissible)))
              .orElseGet(() -> together(new int[] {item}, n, admissible).ranked());
      return proposals(near, Proposals.Grounds.same(Reason.similarTo(ask.productId())));
    };
  }

  /**
   * Bought with the page's product; without one, with the cart; without that, the last purchase.
   */
  Source together() {
    return (ask, n, admissible) -> {
      int[] items = seeds(ask).stream().mapToInt(model::indexOf).filter(i -> i >= 0).toArray();
      if (items.length == 0) {
        return Proposals.NONE;
      }
      ItemNeighbourModel.Recommendation found = together(items, n, admissible);
      int[] sources = found.strongestSources();
      return proposals(found.ranked(), place -> Reason.boughtWith(model.productId(sources[place])));
    };
  }

  private static Set<String> seeds(Ask ask) {
    if (ask.productId() != null) {
      return Set.of(ask.productId());
    }
    Taste taste = ask.taste();
    return taste.cart().isEmpty()
        ? taste.lastPurchase()
        : new LinkedHashSet<>(taste.cart().keySet());
  }

  private ItemNeighbourModel.Recommendation together(
      int[] items, int n, Predicate<Article> admissible) {
    float[] ones = new float[items.length];
    Arrays.fill(ones, 1);
    return model.boughtTogether().recommend(items, ones, n, items(admissible));
  }

  /** By how much each was liked when the model was trained. */
  Source popular() {
    return (ask, n, admissible) ->
        proposals(
            model.popularity().top(n, items(admissible)), Proposals.Grounds.same(Reason.popular()));
  }

  private Proposals ranked(
      RankingModel ranking, List<Taste.Like> likes, Ask ask, int n, Predicate<Article> admissible) {
    History history = history(likes);
    if (history.size() == 0) {
      return Proposals.NONE;
    }
    ScoredItems best = ranking.recommend(history, n, items(admissible));
    return proposals(best, new Spoken(ranking, history, best.items(), ask.taste()));
  }

  /** What of it the model knows. */
  private History history(List<Taste.Like> likes) {
    int[] items = new int[likes.size()];
    float[] values = new float[items.length];
    long[] times = new long[items.length];
    int known = 0;
    for (Taste.Like like : likes) {
      int item = model.indexOf(like.productId());
      if (item >= 0) {
        items[known] = item;
        values[known] = like.value();
        times[known++] = like.time();
      }
    }
    return new History(
        History.STRANGER,
        Arrays.copyOf(items, known),
        Arrays.copyOf(values, known),
        Arrays.copyOf(times, known));
  }

  /** Which act spoke loudest for each; looked up once, and only if somebody asks. */
  private final class Spoken implements Proposals.Grounds {

    private final RankingModel ranking;
    private final History history;
    private final int[] items;
    private final Taste taste;
    private int[] sources;

    Spoken(RankingModel ranking, History history, int[] items, Taste taste) {
      this.ranking = ranking;
      this.history = history;
      this.items = items;
      this.taste = taste;
    }

    @Override
    public Reason of(int place) {
      if (sources == null) {
        sources = ranking.sources(history, items);
      }
      if (sources[place] < 0) {
        return Reason.personal();
      }
      String product = model.productId(sources[place]);
      return Reason.because(taste.signals().get(product), product);
    }
  }

  private IntPredicate items(Predicate<Article> admissible) {
    return item -> {
      Article article = places.article(item);
      return article != null && admissible.test(article);
    };
  }

  /** What left the shop since it was asked about is passed over. */
  private Proposals proposals(ScoredItems best, Proposals.Grounds grounds) {
    Article[] articles = new Article[best.size()];
    double[] scores = new double[articles.length];
    int[] from = new int[articles.length];
    int kept = 0;
    for (int i = 0; i < articles.length; i++) {
      Article article = places.article(best.items()[i]);
      if (article != null) {
        articles[kept] = article;
        from[kept] = i;
        scores[kept++] = best.scores()[i];
      }
    }
    return new Proposals(
        Arrays.copyOf(articles, kept),
        Arrays.copyOf(scores, kept),
        place -> grounds.of(from[place]));
  }
}
