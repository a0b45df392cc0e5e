package io.shopkeeper.training.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.training.TrainingTask;
import io.shopkeeper.training.lines.WrongVersionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingOrderTest {

  private static final TrainingOrder ORDER =
      new TrainingOrder(
          "a.Trainer",
          new TrainingTask(
              "ease", Map.of("l2", "100", "note", "two\nlines"), -3, Map.of("top", "10")),
          Path.of("/data/snap shot"),
          2,
          "auto",
          4711);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    ORDER.write(folder);
    file = folder.resolve(TrainingOrder.FILE);
  }

  @Test
  void comesOutAsItWentIn() throws IOException {
    assertThat(TrainingOrder.read(folder)).isEqualTo(ORDER);
  }

  @Test
  void anOtherVersionIsRefusedByName() throws IOException {
    Files.writeString(file, Files.readString(file).replaceFirst("\t1\n", "\t2\n"));
    assertThatThrownBy(() -> TrainingOrder.read(folder))
        .isInstanceOf(WrongVersionException.class)
        .hasMessage("shopkeeper-training is of version 2, and only 1 is known here");
  }

  @Test
  void whatWasCutOffIsRefused() throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (int kept = 0; kept < lines.size(); kept++) {
      Files.write(file, lines.subList(0, kept));
      assertThatThrownBy(() -> TrainingOrder.read(folder)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatIsDamagedIsRefused() throws IOException {
    Files.writeString(file, Files.readString(file).replace("seed\t-3", "seed\tthree"));
    assertThatThrownBy(() -> TrainingOrder.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> TrainingOrder.read(folder)).isInstanceOf(IOException.class);
  }
}
