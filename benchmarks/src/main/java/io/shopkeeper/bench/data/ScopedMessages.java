package io.shopkeeper.bench.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages with what they want, and messages that want nothing that is known (S. Larson et al., "An
 * Evaluation Dataset for Intent Classification and Out-of-Scope Prediction", EMNLP 2019).
 */
public final class ScopedMessages {

  private static final List<String> SIDES = List.of("train", "val", "test");

  private ScopedMessages() {}

  /** A part of the set, with its messages out of scope. */
  public record Side(String name, List<LabelledReviews.Row> rows) {}

  /**
   * Its training, validation and test part.
   *
   * @param file {@code data_full.json}
   * @throws IOException if it cannot be read, or a part is missing
   */
  public static List<Side> read(Path file) throws IOException {
    JsonNode all = JsonMapper.builder().build().readTree(file.toFile());
    List<Side> sides = new ArrayList<>();
    for (String side : SIDES) {
      List<LabelledReviews.Row> rows = new ArrayList<>();
      for (String list : List.of(side, "oos_" + side)) {
        if (!all.path(list).isArray()) {
          throw new IOException("%s has no list %s".formatted(file, list));
        }
        all.path(list)
            .forEach(
                pair ->
                    rows.add(
                        new LabelledReviews.Row(pair.path(0).asText(), pair.path(1).asText())));
      }
      sides.add(new Side(side, rows));
    }
    return sides;
  }
}
