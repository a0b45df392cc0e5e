package io.shopkeeper.training.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopkeeper.training.Trained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFolderTest {

  private static final Trained TRAINED =
      new Trained(
          new byte[] {1, 2, 3},
          Map.of("penalty", "0.5"),
          Map.of("time:0.2", Map.of("ndcg_at_10", 0.25, "nothing", Double.NaN)),
          Map.of("time:0.2", Map.of("ndcg_at_10", 0.01)),
          Map.of("loss", List.of(2.0, 1.0), "empty", List.of()),
          Map.of("seed", "42"),
          Map.of("../evaluation.csv", new byte[] {7}));

  @TempDir private Path folder;
  private String sha256;

  @BeforeEach
  void write() throws IOException {
    sha256 = ResultFolder.write(folder, TRAINED);
  }

  @Test
  void comesOutAsItWentIn() throws IOException {
    assertThat(ResultFolder.read(folder, sha256))
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(TRAINED);
  }

  @Test
  void aNameOfAFileIsNoPath() {
    assertThat(folder.resolve("evaluation.csv")).doesNotExist();
  }

  @Test
  void whatTheWorkerDidNotWriteIsRefused() throws IOException {
    Path artefact = folder.resolve("result").resolve("artefact");
    Files.write(artefact, new byte[] {1, 2, 4});
    assertThatThrownBy(() -> ResultFolder.read(folder, sha256))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("artefact is damaged");
    Path text = folder.resolve("result").resolve("result.txt");
    Files.writeString(text, Files.readString(text).replace("0.25", "0.95"));
    assertThatThrownBy(() -> ResultFolder.read(folder, sha256))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not what the worker wrote");
  }
}
