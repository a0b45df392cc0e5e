package io.shopkeeper.ml.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.neighbour.ScoredItems;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiversificationTest {

  /** 7 and 3 are twins; scores are those of log odds, far from 0 to 1. */
  private static final ScoredItems CANDIDATES =
      new ScoredItems(new int[] {7, 3, 5, 9}, new float[] {-1, -1.1f, -2, -6});

  private static final Likeness TWINS = (a, b) -> a == b || a + b == 1 ? 1 : 0;

  @ParameterizedTest
  @ValueSource(strings = {"mmr:0.3", "dpp:0.5"})
  void twinsAreNotBothShown(String how) {
    ScoredItems list = Diversification.parse(how).choose(CANDIDATES, 2, TWINS);
    assertThat(list.items()).containsExactly(7, 5);
    assertThat(list.scores()).containsExactly(-1, -2);
  }

  @Test
  void offIsTheOrderOfTheScores() {
    assertThat(Diversification.OFF.choose(CANDIDATES, 3, TWINS).items()).containsExactly(7, 3, 5);
    assertThat(Diversification.parse("dpp:0").choose(CANDIDATES, 9, TWINS).items())
        .containsExactly(7, 3, 5, 9);
    assertThat(Diversification.OFF.candidates(10)).isEqualTo(10);
    assertThat(Diversification.parse("mmr:0.1").candidates(10)).isEqualTo(50);
    assertThat(Diversification.parse("mmr:0.1").candidates(30)).isEqualTo(150);
  }

  /** A point process shows no twins at all; they come last where the list has room. */
  @Test
  void aListIsFullWhereItCanBe() {
    assertThat(Diversification.parse("dpp:0.5").choose(CANDIDATES, 4, TWINS).items())
        .containsExactly(7, 5, 9, 3);
    assertThat(
            Diversification.parse("mmr:1")
                .choose(new ScoredItems(new int[0], new float[0]), 4, TWINS)
                .items())
        .isEmpty();
  }

  @Property(tries = 200, seed = "5")
  void moreVarietyNeverMakesAListMoreAlikeThanTheScoresDo(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 30) int candidates,
      @ForAll @DoubleRange(max = 1) double amount) {
    Alike alike = Alike.of(seed, candidates, 3);
    int[] items = new int[candidates];
    float[] scores = new float[candidates];
    for (int i = 0; i < candidates; i++) {
      items[i] = i;
      scores[i] = -i;
    }
    var ranked = new ScoredItems(items, scores);
    int[] list =
        new Diversification(Diversification.Method.MMR, amount).choose(ranked, 2, alike).items();
    assertThat(list).doesNotHaveDuplicates().startsWith(0);
    assertThat(alike.of(list[0], list[1])).isLessThanOrEqualTo(alike.of(0, 1) + 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mmr", "mmr:", "mmr:2", "mmr:-1", "mmr:NaN", "mmr:0.1:2", "best:0.1"})
  void otherWordsAreRefused(String text) {
    assertThatThrownBy(() -> Diversification.parse(text))
        .isInstanceOf(WrongOptionException.class)
        .hasMessageStartingWith("diversify must be ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "mmr:0.3", "dpp:1.0"})
  void isWrittenAsItIsRead(String text) {
    assertThat(Diversification.parse(text).text()).isEqualTo(text);
  }
}
