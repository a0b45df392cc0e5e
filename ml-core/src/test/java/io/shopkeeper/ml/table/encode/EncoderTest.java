package io.shopkeeper.ml.table.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.table.CategoryColumn;
import io.shopkeeper.ml.table.NumberColumn;
import io.shopkeeper.ml.table.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncoderTest {

  private static final Table TRAINING =
      new Table(
          List.of(
              new NumberColumn("age", new float[] {20, 40, Float.NaN, 60}),
              new NumberColumn("same", new float[] {7, 7, 7, 7}),
              CategoryColumn.of("city", Arrays.asList("Rom", "Rom", "Oslo", null))));

  @Test
  void numbersAreStandardisedAndMissingOnesMarked() {
    Encoder encoder = Encoder.fit(TRAINING, Encoder.Options.STANDARD);

    float[] rows = encoder.encode(TRAINING);

    assertThat(encoder.names())
        .containsExactly("age", "age missing", "same", "city=Rom", "city rare", "city missing");
    float deviation = (float) Math.sqrt(800 / 3.0);
    assertThat(Arrays.copyOfRange(rows, 0, 6))
        .containsExactly(new float[] {-20 / deviation, 0, 0, 1, 0, 0}, within(1e-6f));
    assertThat(Arrays.copyOfRange(rows, 12, 18)).containsExactly(0, 1, 0, 0, 1, 0);
    assertThat(Arrays.copyOfRange(rows, 18, 24))
        .containsExactly(new float[] {20 / deviation, 0, 0, 0, 0, 1}, within(1e-6f));
    assertThat(encoder.sources()).containsExactly(0, 0, 1, 2, 2, 2);
  }

  @Test
  void rawNumbersStayAsTheyAre() {
    Encoder encoder = Encoder.fit(TRAINING, new Encoder.Options(false, 1));

    float[] rows = encoder.encode(TRAINING);

    assertThat(Arrays.copyOfRange(rows, 0, 5)).containsExactly(20, 0, 7, 0, 1);
    assertThat(rows[2 * encoder.width()]).isEqualTo(40);
  }

  @Test
  void whatTrainingNeverSawIsNothing() {
    Encoder encoder = Encoder.fit(TRAINING, Encoder.Options.STANDARD);
    var other =
        new Table(
            List.of(
                CategoryColumn.of("city", List.of("Atlantis")),
                CategoryColumn.of("age", List.of("old"))));

    assertThat(encoder.encode(other)).containsExactly(0, 1, 0, 0, 0, 1);
  }

  @Test
  void comesBackFromItsStoredForm() throws IOException {
    Encoder encoder = Encoder.fit(TRAINING, Encoder.Options.STANDARD);
    var bytes = new ByteArrayOutputStream();
    encoder.write(new DataOutputStream(bytes));

    Encoder read = read(bytes.toByteArray());

    assertThat(read.encode(TRAINING)).isEqualTo(encoder.encode(TRAINING));
    for (int length = 0; length < bytes.size(); length++) {
      byte[] part = Arrays.copyOf(bytes.toByteArray(), length);
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(part));
    }
  }

  private static Encoder read(byte[] bytes) throws IOException {
    return Encoder.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
