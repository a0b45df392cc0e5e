package io.shopkeeper.recommendation.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * What a source proposes, the best first. The arrays are not copied: do not change them.
 *
 * @param articles of the shelf
 * @param scores one for each, not ascending; finite; of the source's own scale
 * @param grounds why, by the place in this list; asked only for what is shown
 */
public record Proposals(Article[] articles, double[] scores, Grounds grounds) {

  /** Nothing. */
  public static final Proposals NONE =
      new Proposals(new Article[0], new double[0], Grounds.same(Reason.personal()));

  /** Why products are proposed. */
  @FunctionalInterface
  public interface Grounds {

    /** Of the product at a place. */
    Reason of(int place);

    /** The same for all. */
    static Grounds same(Reason reason) {
      return place -> reason;
    }
  }

  /** Collects proposals that come in their order. */
  static final class Builder {
    private final List<Article> articles = new ArrayList<>();
    private final List<Double> scores = new ArrayList<>();

    void add(Article article, double score) {
      articles.add(article);
      scores.add(score);
    }

    int size() {
      return articles.size();
    }

    Proposals build(Reason reason) {
      return new Proposals(
          articles.toArray(Article[]::new),
          scores.stream().mapToDouble(Double::doubleValue).toArray(),
          Grounds.same(reason));
    }
  }

  /** How many. */
  public int size() {
    return articles.length;
  }
}
