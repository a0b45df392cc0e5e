package io.shopkeeper.fraud.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.catalog.boundary.ReviewData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SpamSignsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final String JUG =
      "A fine jug for water, it pours well and the handle is easy to hold with one hand.";

  private static ReviewData review(String id, String text, Double rating, Instant time) {
    return new ReviewData(id, "p", "c", null, null, text, rating, "en", time);
  }

  private static Set<SpamSign> of(String text, Double rating) {
    return SpamSigns.of(review("r", text, rating, NOW), new SpamSigns.Beside(0, List.of(), true))
        .keySet();
  }

  @Test
  void aPlainReviewHasNoSigns() {
    assertThat(of(JUG, 5.0)).isEmpty();
    assertThat(of("水壶很好用，倒水顺畅，手柄握起来也舒服，推荐购买。", 5.0)).isEmpty();
    assertThat(of("We have 2 of them since 2024, 1.5 litres each (12.90 EUR).", 4.0)).isEmpty();
  }

  @Test
  void linksContactsLoudAndShortTextsAreSeen() {
    assertThat(of("Cheaper at www.better-jugs.shop, believe me", 5.0)).contains(SpamSign.LINK);
    assertThat(of("Write to jugs@example.org for a discount on it", 5.0))
        .contains(SpamSign.CONTACT);
    assertThat(of("好用，需要的加微信 jug_8888 有优惠", 5.0)).contains(SpamSign.CONTACT);
    assertThat(of("Good", 5.0)).containsExactly(SpamSign.SHORT);
    assertThat(of("Good", 3.0)).isEmpty();
    assertThat(of("BEST JUG IN THE WHOLE WORLD EVER", 5.0)).contains(SpamSign.LOUD);
  }

  @Test
  void manyAndUniformReviewsOfOneCustomerAreSeen() {
    List<ReviewData> own = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      own.add(review("r" + i, JUG, 5.0, NOW.minusSeconds(i * 3600L)));
    }
    assertThat(SpamSigns.of(own.getFirst(), new SpamSigns.Beside(0, own, false)))
        .containsEntry(SpamSign.MANY, 8)
        .containsEntry(SpamSign.UNIFORM, 8)
        .containsEntry(SpamSign.NOT_BOUGHT, 1);
    own.set(3, review("r3", JUG, 2.0, NOW.minusSeconds(1)));
    assertThat(SpamSigns.of(own.getFirst(), new SpamSigns.Beside(0, own, null)))
        .containsOnlyKeys(SpamSign.MANY);
  }

  @Test
  void theScoreIsTheChanceThatOneSignIsRight() {
    var signs = SpamSigns.of(review("r", JUG, 5.0, NOW), new SpamSigns.Beside(1, List.of(), false));
    assertThat(SpamSigns.score(signs)).isEqualTo(68);
    assertThat(SpamSigns.score(java.util.Map.of())).isZero();
  }

  /** Likeness as by hand; and bands meet for texts that are alike, not for others. */
  @Test
  void alikeTextsAreFoundAndOthersAreNot() {
    var random = new Random(11);
    List<String> vocabulary = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      vocabulary.add(Long.toString(random.nextInt(60_466_176), 36));
    }
    int met = 0;
    int strangers = 0;
    for (int text = 0; text < 200; text++) {
      Collections.shuffle(vocabulary, random);
      List<String> words = new ArrayList<>(vocabulary.subList(0, 60));
      AlikeTexts one = AlikeTexts.of(String.join(" ", words));
      words.set(random.nextInt(60), "changed");
      AlikeTexts copy = AlikeTexts.of(String.join(", ", words).toUpperCase(Locale.ROOT));
      assertThat(one.likeness(copy)).isBetween(AlikeTexts.SAME, 0.99);
      met += Collections.disjoint(one.bands(), copy.bands()) ? 0 : 1;
      AlikeTexts other = AlikeTexts.of(String.join(" ", vocabulary.subList(100, 160)));
      strangers += Collections.disjoint(one.bands(), other.bands()) ? 0 : 1;
    }
    assertThat(met).isGreaterThan(195);
    assertThat(strangers).isLessThan(5);
  }

  @Test
  void likenessIsTheShareOfCommonRuns() {
    String one = "abcdefghij";
    String other = "abcdefgxyz";
    Set<String> runs = runs(one);
    Set<String> others = runs(other);
    Set<String> common = new HashSet<>(runs);
    common.retainAll(others);
    double byHand = (double) common.size() / (runs.size() + others.size() - common.size());
    assertThat(AlikeTexts.of(one).likeness(AlikeTexts.of(other))).isCloseTo(byHand, within(1e-12));
    assertThat(AlikeTexts.of("Very good!").bands()).as("too short to be copied").isEmpty();
  }

  private static Set<String> runs(String text) {
    return java.util.stream.IntStream.rangeClosed(0, text.length() - 5)
        .mapToObj(i -> text.substring(i, i + 5))
        .collect(Collectors.toSet());
  }

  @Test
  void everySignHasItsWords() {
    for (Locale reader : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      var words = new SpamWords(reader);
      for (SpamSign sign : SpamSign.values()) {
        assertThat(words.reasons("{\"" + sign + "\":3}")).hasSize(1).doesNotContain("{0}");
      }
    }
  }
}
