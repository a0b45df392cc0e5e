package io.shopkeeper.ml.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TopItemsTest {

  /** Few different scores, so that there are ties; some items may be kept out, or nearly all. */
  @Property(tries = 300)
  void theBestAdmissibleAreThoseOfASortedList(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 200) int items,
      @ForAll @IntRange(min = 1, max = 30) int n,
      @ForAll @IntRange(min = 0, max = 10) int outOfTen) {
    var random = new SplittableRandom(seed);
    float[] scores = new float[items];
    boolean[] out = new boolean[items];
    for (int i = 0; i < items; i++) {
      scores[i] = random.nextInt(8) == 0 ? Float.NEGATIVE_INFINITY : random.nextInt(-3, 12);
      out[i] = random.nextInt(10) < outOfTen;
    }
    for (float above : new float[] {Float.NEGATIVE_INFINITY, 0}) {
      int[] expected =
          IntStream.range(0, items)
              .filter(i -> scores[i] > above && !out[i])
              .boxed()
              .sorted(Comparator.comparing((Integer i) -> -scores[i]).thenComparing(i -> i))
              .limit(n)
              .mapToInt(i -> i)
              .toArray();
      ScoredItems found = TopItems.of(scores, above, n, i -> !out[i]);
      assertThat(found.items()).containsExactly(expected);
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.scores()[i]).isEqualTo(scores[found.items()[i]]);
      }
    }
  }
}
