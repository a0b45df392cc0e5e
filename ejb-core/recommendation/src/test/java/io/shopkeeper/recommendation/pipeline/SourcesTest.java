package io.shopkeeper.recommendation.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.recommendation.boundary.recipe.SourceKind;
import io.shopkeeper.recommendation.boundary.recipe.SourceShare;
import io.shopkeeper.recommendation.model.RecommendationModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sources over a stored model of six products, neighbours by cosine. */
class SourcesTest {

  private final Shop shop = new Shop();
  private RecommendationModel model;
  private String[] ids;

  @BeforeEach
  void read() throws IOException {
    model = stored("format-1.bin");
    ids = IntStream.range(0, 6).mapToObj(model::productId).toArray(String[]::new);
    for (int i = 0; i < ids.length; i++) {
      shop.put(ids[i], "A/" + (char) ('B' + i % 2), "brand-" + i / 3, 10 + i, 5, Map.of());
    }
  }

  private static RecommendationModel stored(String name) throws IOException {
    try (InputStream in = RecommendationModel.class.getResourceAsStream(name)) {
      return RecommendationModel.read(in.readAllBytes());
    }
  }

  private Proposals propose(SourceKind kind, Ask ask) {
    List<Liked> trends = List.of(new Liked(ids[4], 9), new Liked("gone", 5), new Liked(ids[1], 2));
    SourceShare share =
        new SourceShare(kind, 1, kind == SourceKind.PICKS ? List.of(ids[5], ids[2]) : List.of());
    return new Sources(Optional.ofNullable(model), shop.shelf, () -> trends)
        .of(share)
        .propose(ask, 4, article -> !article.id().equals(ask.productId()));
  }

  private static Taste looked(Map<String, Boolean> here) {
    List<Taste.Like> likes =
        here.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> new Taste.Like(each.getKey(), 1, 0, each.getValue()))
            .toList();
    Map<String, EventType> signals =
        here.keySet().stream()
            .collect(java.util.stream.Collectors.toMap(id -> id, id -> EventType.VIEW));
    return new Taste(likes, signals, Map.of(), Map.of(), Set.of());
  }

  private static Ask of(Taste taste) {
    return Ask.of(taste, 4, Shop.NOW);
  }

  @Test
  void personalRanksForTheHistoryAndNamesTheActThatSpokeLoudest() {
    Proposals found = propose(SourceKind.PERSONAL, of(looked(Map.of(ids[0], true))));
    assertThat(ids(found)).contains(ids[2]).hasSize(4);
    int place = Arrays.asList(ids(found)).indexOf(ids[2]);
    assertThat(found.grounds().of(place).code()).isEqualTo("similar_to_viewed:" + ids[0]);
    assertThat(found.grounds().of(place).text(shop.shelf, Locale.CHINESE))
        .isEqualTo("因为您看过“物 " + ids[0] + "”");
    assertThat(propose(SourceKind.PERSONAL, of(Taste.UNKNOWN)).size()).isZero();
  }

  @Test
  void sessionLooksAtThisSessionAlone() {
    Taste taste = looked(Map.of(ids[0], true, ids[3], false));
    assertThat(ids(propose(SourceKind.SESSION, of(taste))))
        .isEqualTo(ids(propose(SourceKind.PERSONAL, of(looked(Map.of(ids[0], true))))));
    assertThat(propose(SourceKind.SESSION, of(looked(Map.of(ids[0], false)))).size()).isZero();
  }

  /** The stored sessions are 0 1 2, twice, and 3 4 5. */
  @Test
  void sessionAsksItsNeighboursAndNamesTheActThatSpokeLoudest() throws IOException {
    model = stored("format-3.bin");
    Taste taste = looked(Map.of(ids[0], true, ids[3], false));
    Proposals found = propose(SourceKind.SESSION, of(taste));
    assertThat(ids(found)).containsExactlyInAnyOrder(ids[0], ids[1], ids[2]);
    int next = Arrays.asList(ids(found)).indexOf(ids[1]);
    assertThat(found.grounds().of(next).code()).isEqualTo("similar_to_viewed:" + ids[0]);
    assertThat(ids(found)).isNotEqualTo(ids(propose(SourceKind.PERSONAL, of(taste))));
  }

  /** A caller that names no session still has one: what was done without a long pause. */
  @Test
  void aSessionIsWhatWasDoneWithoutAPause() {
    long now = Shop.NOW.toEpochMilli();
    long minute = 60_000;
    Taste taste =
        new Taste(
            List.of(
                new Taste.Like("named", 1, now - 200 * minute, true),
                new Taste.Like("near another, but before the pause", 1, now - 95 * minute, false),
                new Taste.Like("before the pause", 1, now - 90 * minute, false),
                new Taste.Like("without a pause", 1, now - 50 * minute, false),
                new Taste.Like("just now", 1, now - 25 * minute, false)),
            Map.of(),
            Map.of(),
            Map.of(),
            Set.of());
    assertThat(taste.session(Shop.NOW))
        .extracting(Taste.Like::productId)
        .containsExactly("named", "without a pause", "just now");
  }

  @Test
  void aModelThatOnlyCountsRanksByItsCounts() throws IOException {
    model = stored("format-1-popularity.bin");
    Proposals found = propose(SourceKind.PERSONAL, of(Taste.UNKNOWN));
    assertThat(ids(found)[0]).isEqualTo(ids[5]);
    assertThat(found.grounds().of(0).code()).isEqualTo("popular");
  }

  @Test
  void similarAndTogetherStartFromTheProductOfThePage() {
    var ask = new Ask(Taste.UNKNOWN, ids[2], Set.of(), null, 4, Shop.NOW);
    Proposals similar = propose(SourceKind.SIMILAR, ask);
    assertThat(ids(similar)).containsExactly(ids[0], ids[4], ids[3], ids[5]);
    assertThat(similar.grounds().of(0).code()).isEqualTo("similar_to:" + ids[2]);
    Proposals together = propose(SourceKind.TOGETHER, ask);
    for (int place = 0; place < together.size(); place++) {
      assertThat(together.grounds().of(place).code()).isEqualTo("bought_with:" + ids[2]);
    }
    assertThat(propose(SourceKind.SIMILAR, of(Taste.UNKNOWN)).size()).isZero();
  }

  @Test
  void togetherTakesTheCartAndThenTheLastPurchase() {
    Taste cart = new Taste(List.of(), Map.of(), Map.of(), Map.of(ids[2], 0L), Set.of(ids[0]));
    Taste bought = new Taste(List.of(), Map.of(), Map.of(), Map.of(), Set.of(ids[2]));
    var page = new Ask(Taste.UNKNOWN, ids[2], Set.of(), null, 4, Shop.NOW);
    List<String> expected = List.of(ids(propose(SourceKind.TOGETHER, page)));
    assertThat(ids(propose(SourceKind.TOGETHER, of(cart)))).containsAll(expected);
    assertThat(ids(propose(SourceKind.TOGETHER, of(bought)))).containsAll(expected);
  }

  @Test
  void withoutAModelTheShopItselfProposes() {
    model = null;
    for (SourceKind kind : SourceKind.values()) {
      boolean needsModel =
          Set.of(
                  SourceKind.PERSONAL,
                  SourceKind.SESSION,
                  SourceKind.SIMILAR,
                  SourceKind.TOGETHER,
                  SourceKind.POPULAR)
              .contains(kind);
      Ask ask = of(looked(Map.of(ids[0], true)));
      assertThat(propose(kind, ask).size() == 0).as(kind.word()).isEqualTo(needsModel);
    }
  }

  @Test
  void theShopsOwnHaveTheirOrders() {
    Ask ask = of(Taste.UNKNOWN);
    assertThat(ids(propose(SourceKind.TRENDING, ask))).containsExactly(ids[4], ids[1]);
    assertThat(ids(propose(SourceKind.NEW, ask)))
        .as("ten days on sale, eleven, …")
        .containsExactly(ids[0], ids[1], ids[2], ids[3]);
    assertThat(ids(propose(SourceKind.PICKS, ask))).containsExactly(ids[5], ids[2]);
    assertThat(ids(propose(SourceKind.ASSORTMENT, ask)))
        .isEqualTo(Arrays.stream(ids).sorted().limit(4).toArray());
  }

  @Test
  void contentFindsWhatIsLikeTheLastOnesAndNotThoseThemselves() {
    Proposals found = propose(SourceKind.CONTENT, of(looked(Map.of(ids[0], true))));
    assertThat(ids(found)).doesNotContain(ids[0]);
    assertThat(ids(found)[0]).as("same brand, same category").isEqualTo(ids[2]);
    assertThat(found.grounds().of(0).text(shop.shelf, Locale.ENGLISH))
        .isEqualTo("Like Thing " + ids[0]);
  }

  @Test
  void aShelfForgetsWhatIsTakenOut() {
    Shelf shelf = shop.shelf;
    int before = shelf.size();
    shelf.remove(ids[0]);
    shelf.remove("never there");
    assertThat(shelf.size()).isEqualTo(before - 1);
    assertThat(shelf.withWord("brand brand-0")).containsExactlyInAnyOrder(ids[1], ids[2]);
    assertThat(shelf.ids()).doesNotContain(ids[0]);
    assertThat(shelf.newest()).extracting(Article::id).doesNotContain(ids[0]);
  }

  private static String[] ids(Proposals proposals) {
    return Arrays.stream(proposals.articles()).map(Article::id).toArray(String[]::new);
  }
}
