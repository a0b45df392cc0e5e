package io.shopkeeper.ml.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders by chance; those of a seed stay for ever, as models are trained again by theirs. */
class ShuffleTest {

  @Test
  void everythingIsThereOnce() {
    int[] order = IntStream.range(0, 50).map(i -> 3 * i).toArray();
    Shuffle.of(order, new SplittableRandom(1));
    assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, 50).map(i -> 3 * i).toArray());
    assertThat(Shuffle.upTo(50, new SplittableRandom(1)))
        .containsExactlyInAnyOrder(IntStream.range(0, 50).toArray());
    assertThat(Shuffle.upTo(0, new SplittableRandom(1))).isEmpty();
    Shuffle.of(new int[0], new SplittableRandom(1));
  }

  /** Each of the six orders of three comes up as often as any other, about 1,000 times. */
  @Test
  void eachOrderIsAsLikely() {
    var random = new SplittableRandom(2);
    int[] ofGiven = new int[27];
    int[] ofNew = new int[27];
    for (int i = 0; i < 6000; i++) {
      int[] given = {0, 1, 2};
      Shuffle.of(given, random);
      ofGiven[9 * given[0] + 3 * given[1] + given[2]]++;
      int[] made = Shuffle.upTo(3, random);
      ofNew[9 * made[0] + 3 * made[1] + made[2]]++;
    }
    for (int[] counts : new int[][] {ofGiven, ofNew}) {
      assertThat(IntStream.of(counts).filter(count -> count > 0)).hasSize(6);
      assertThat(IntStream.of(counts).filter(count -> count > 0))
          .allSatisfy(count -> assertThat(count).isBetween(880, 1120));
    }
  }

  @Test
  void aSeedGivesItsOrder() {
    int[] order = {0, 1, 2, 3, 4, 5, 6, 7};
    Shuffle.of(order, new SplittableRandom(42));
    assertThat(order).containsExactly(1, 0, 4, 7, 2, 3, 5, 6);
    assertThat(Shuffle.upTo(8, new SplittableRandom(42))).containsExactly(3, 4, 0, 6, 1, 5, 7, 2);
  }
}
