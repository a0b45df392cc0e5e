package io.shopkeeper.ml.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.ml.training.TrainingListener;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PackedLinksTest {

  private static final int WIDTH = 8;
  private static final HnswOptions OPTIONS = new HnswOptions(VectorMeasure.COSINE, 6, 40);

  private static float[] vectors(int count) {
    var random = new SplittableRandom(4);
    float[] vectors = new float[count * WIDTH];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = (float) random.nextGaussian();
    }
    return vectors;
  }

  /** Differences of one, two and three bytes, and node 0 itself. */
  @Test
  void linksComeBackInTheirOrder() {
    int nodes = 40_000;
    var table = new LinkTable(4);
    for (int node = 0; node < nodes; node++) {
      table.add(0);
    }
    int[] links = {39_999, 0, 127, 128, 16_511, 16_512, 16_513};
    int start = table.start(7, 0);
    table.array(0)[start] = links.length;
    System.arraycopy(links, 0, table.array(0), start + 1, links.length);
    table.pack();
    int[] row = new int[table.capacity(0)];
    assertThat(table.read(7, 0, row)).isEqualTo(links.length);
    Arrays.sort(links);
    assertThat(Arrays.copyOf(row, links.length)).containsExactly(links);
    assertThat(table.read(8, 0, row)).isZero();
  }

  /** One was built at once and packed, the other grew vector by vector and never was. */
  @Test
  void packedAndOpenAreTheSameIndex() throws IOException {
    float[] vectors = vectors(900);
    var grown = new HnswIndex(WIDTH, OPTIONS, 1);
    HnswIndex built =
        HnswIndex.build(
            Arrays.copyOf(vectors, 600 * WIDTH), WIDTH, OPTIONS, 1, TrainingListener.SILENT);
    for (int node = 0; node < 900; node++) {
      float[] vector = Arrays.copyOfRange(vectors, node * WIDTH, (node + 1) * WIDTH);
      grown.add(vector);
      if (node >= 600) {
        built.add(vector);
      }
    }
    assertThat(stored(built)).isEqualTo(stored(grown));
    long open = built.bytes();
    float[] query = Arrays.copyOf(vectors, WIDTH);
    var before = built.search(query, 10, 30);
    built.compact();
    assertThat(built.bytes()).isLessThan(open);
    assertThat(built.search(query, 10, 30).items()).containsExactly(before.items());
    assertThat(stored(built)).isEqualTo(stored(grown));
  }

  private static byte[] stored(HnswIndex index) throws IOException {
    var bytes = new ByteArrayOutputStream();
    index.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
