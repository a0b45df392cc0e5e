package io.shopkeeper.ml.neural.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.image.ImageSize;
import io.shopkeeper.ml.image.Images;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingTest {

  /** Of two pixels: red 200, 202; green 7, 7; blue 0, 10. */
  private static final byte[] COLOURED = {(byte) 200, 7, 0, (byte) 202, 7, 10};

  private static Images images(byte[]... values) {
    return new Images(new ImageSize(2, 1, 3), List.of(values));
  }

  /** Red: mean 201, deviation 1. Green: the same everywhere. Blue: mean 5, deviation 5. */
  @Test
  void eachChannelHasItsMeanAndDeviation() {
    Scaling scaling = Scaling.of(images(COLOURED), new int[] {0});
    assertThat(scaling.channels()).isEqualTo(3);
    assertThat(scaling.value(0, (byte) 200)).isCloseTo(-1, within(1e-6f));
    assertThat(scaling.value(0, (byte) 202)).isCloseTo(1, within(1e-6f));
    assertThat(scaling.value(1, (byte) 7)).isZero();
    assertThat(scaling.value(1, (byte) 9)).as("by a deviation of 1").isEqualTo(2);
    assertThat(scaling.value(2, (byte) 0)).isCloseTo(-1, within(1e-6f));
    assertThat(scaling.value(2, (byte) 255)).isCloseTo(50, within(1e-4f));
  }

  /** Twice as many images alike change nothing; those that are not chosen do not count. */
  @Test
  void onlyTheChosenCount() {
    byte[] bright = {99, 99, 99, 99, 99, 99};
    Images images = images(bright, COLOURED, COLOURED);
    assertThat(Scaling.of(images, new int[] {1, 2}).table())
        .containsExactly(Scaling.of(images, new int[] {1}).table());
    assertThat(Scaling.of(images, new int[] {0}).value(2, (byte) 99)).isZero();
  }

  @Test
  void aStoredOneOfOtherChannelsIsRefused() throws IOException {
    Scaling scaling = Scaling.of(images(COLOURED), new int[] {0});
    var bytes = new ByteArrayOutputStream();
    scaling.write(new DataOutputStream(bytes));
    assertThat(Scaling.read(input(bytes), 3).table()).containsExactly(scaling.table());
    assertThatThrownBy(() -> Scaling.read(input(bytes), 1)).hasMessageContaining("damaged");
  }

  private static DataInput input(ByteArrayOutputStream bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
