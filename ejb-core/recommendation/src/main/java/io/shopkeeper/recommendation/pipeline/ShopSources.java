package io.shopkeeper.recommendation.pipeline;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the shop itself proposes, whoever asks. */
final class ShopSources {

  private final Shelf shelf;

  ShopSources(Shelf shelf) {
    this.shelf = shelf;
  }

  /** What is liked these weeks; the score is how much. */
  Source trending(Supplier<List<Liked>> trends) {
    return (ask, n, admissible) -> {
      var best = new Proposals.Builder();
      for (Liked liked : trends.get()) {
        if (best.size() == n) {
          break;
        }
        Article article = shelf.get(liked.productId());
        if (article != null && admissible.test(article)) {
          best.add(article, liked.score());
        }
      }
      return best.build(Reason.trending());
    };
  }

  /** The newest first; the score halves with each two weeks. */
  Source newest() {
    return (ask, n, admissible) -> {
      var best = new Proposals.Builder();
      for (Article article : shelf.newest()) {
        if (best.size() == n) {
          break;
        }
        if (admissible.test(article)) {
          best.add(article, Math.pow(0.5, article.daysOnSale(ask.now()) / 14));
        }
      }
      return best.build(Reason.fresh());
    };
  }

  /** Named products in their order. */
  Source picks(List<String> products) {
    return (ask, n, admissible) -> inOrder(products, n, admissible, Reason.picked());
  }

  /** All in the order of their ids. */
  Source assortment() {
    return (ask, n, admissible) -> inOrder(shelf.ids(), n, admissible, Reason.available());
  }

  private Proposals inOrder(
      Iterable<String> products, int n, Predicate<Article> admissible, Reason reason) {
    var best = new Proposals.Builder();
    for (String product : products) {
      if (best.size() == n) {
        break;
      }
      Article article = shelf.get(product);
      if (article != null && admissible.test(article)) {
        best.add(article, 1.0 / (1 + best.size()));
      }
    }
    return best.build(reason);
  }
}
