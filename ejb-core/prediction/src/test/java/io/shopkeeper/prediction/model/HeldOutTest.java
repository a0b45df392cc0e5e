package io.shopkeeper.prediction.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeldOutTest {

  @Test
  void isReadAsItWasWritten() throws IOException {
    var held =
        new HeldOut(
            new int[] {3, 17, 400_000},
            new double[] {0.25, 1e-7, 1},
            new boolean[] {true, false, true});
    HeldOut read = HeldOut.read(held.write());
    assertThat(read.rows()).containsExactly(3, 17, 400_000);
    assertThat(read.probabilities()).containsExactly(0.25, 1e-7, 1);
    assertThat(read.positive()).containsExactly(true, false, true);
  }

  @Test
  void ofVeryManyRowsAPartIsKeptThatStillBelongsTogether() {
    int count = HeldOut.MOST_ROWS + 10_000;
    int[] rows = IntStream.range(0, count).map(place -> 2 * place).toArray();
    double[] probabilities = Arrays.stream(rows).mapToDouble(row -> row / 1e6).toArray();
    boolean[] positive = new boolean[count];
    for (int place = 0; place < count; place++) {
      positive[place] = rows[place] % 3 == 0;
    }
    HeldOut part = new HeldOut(rows, probabilities, positive).sample(7);
    assertThat(part.rows()).hasSize(HeldOut.MOST_ROWS).isSorted();
    assertThat(part.rows()[part.rows().length - 1]).as("not the first ones").isGreaterThan(118_000);
    for (int place = 0; place < part.rows().length; place++) {
      assertThat(part.probabilities()[place]).isEqualTo(part.rows()[place] / 1e6);
      assertThat(part.positive()[place]).isEqualTo(part.rows()[place] % 3 == 0);
    }
  }

  @Test
  void whatIsDamagedIsSaid() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("do not begin with row,probability");
    assertThatThrownBy(() -> read("row,probability,positive\n1,0.5,1\n2,half,0\n"))
        .isInstanceOf(IOException.class)
        .hasMessage("held-out row 2 is damaged");
    assertThatThrownBy(() -> read("row,probability,positive\n1,0.5\n"))
        .hasMessage("held-out row 1 is damaged");
    assertThatThrownBy(() -> new HeldOut(new int[2], new double[2], new boolean[1]))
        .hasMessage("2 rows, 2 probabilities, 1 labels");
  }

  private static HeldOut read(String table) throws IOException {
    return HeldOut.read(table.getBytes(StandardCharsets.UTF_8));
  }
}
