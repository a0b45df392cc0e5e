package io.shopkeeper.recommendation.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is like the products that the visitor turned to last: the cosine of the words of title,
 * brand and category, times what each act counts. Words that more than a thousand products have say
 * little and are only compared, not followed; so the work does not grow with the shop.
 */
final class ContentSource implements Source {

  private static final int LAST = 5;
  private static final int FOLLOWED = 1000;

  private final Shelf shelf;

  ContentSource(Shelf shelf) {
    this.shelf = shelf;
  }

  /** A product and the one that it is most like. */
  private record Alike(Article article, double score, String ground) {}

  @Override
  public Proposals propose(Ask ask, int n, Predicate<Article> admissible) {
    Map<String, Alike> best = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<Taste.Like> likes = ask.taste().likes();
    for (int i = likes.size() - 1; i >= 0 && seen.size() < LAST; i--) {
      Taste.Like like = likes.get(i);
      Article article = shelf.get(like.productId());
      if (article != null && seen.add(article.id())) {
        near(article, like.value(), best);
      }
    }
    List<Alike> ranked = new ArrayList<>();
    for (Alike one : best.values()) {
      Article article = one.article();
      if (!seen.contains(article.id()) && admissible.test(article)) {
        ranked.add(one);
      }
    }
    ranked.sort(
        Comparator.comparingDouble(Alike::score)
            .reversed()
            .thenComparing(alike -> alike.article().id()));
    return proposals(ranked.subList(0, Math.min(n, ranked.size())));
  }

  private void near(Article liked, double value, Map<String, Alike> best) {
    Set<String> near = new HashSet<>();
    for (String word : liked.words()) {
      Set<String> having = shelf.withWord(word);
      if (having.size() <= FOLLOWED) {
        near.addAll(having);
      }
    }
    for (String id : near) {
      Article other = shelf.get(id);
      if (other != null) {
        var alike = new Alike(other, value * liked.traits().cosine(other.traits()), liked.id());
        best.merge(id, alike, (one, two) -> two.score() > one.score() ? two : one);
      }
    }
  }

  private static Proposals proposals(List<Alike> ranked) {
    return new Proposals(
        ranked.stream().map(Alike::article).toArray(Article[]::new),
        ranked.stream().mapToDouble(Alike::score).toArray(),
        place -> Reason.alike(ranked.get(place).ground()));
  }
}
