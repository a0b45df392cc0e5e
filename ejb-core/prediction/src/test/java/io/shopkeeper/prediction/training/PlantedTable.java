package io.shopkeeper.prediction.training;

import io.shopkeeper.prediction.training.PredictionData.Plan;
import io.shopkeeper.training.Opponent;
import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Visits of a shop: who comes from a mail and looks long mostly buys, others do not. The device
 * says nothing. Some ages are missing.
 */
final class PlantedTable {

  static final int ROWS = 400;

  private static final List<String> NAMES =
      List.of("minutes", "source", "age", "device", "day", "bought", "spent");

  private PlantedTable() {}

  static Snapshot write(Path folder, String target, String positive, boolean timed)
      throws IOException {
    return write(folder, target, positive, timed, Optional.empty());
  }

  static Snapshot write(
      Path folder, String target, String positive, boolean timed, Optional<Opponent> live)
      throws IOException {
    var plan =
        new Plan(
            Stream.of("minutes", "source", "age", "device")
                .filter(column -> !column.equals(target))
                .toList(),
            target,
            positive,
            timed ? "day" : null);
    Iterator<String[]> rows = IntStream.range(0, ROWS).mapToObj(PlantedTable::row).iterator();
    try (SnapshotWriter writer = SnapshotWriter.begin(folder)) {
      PredictionData.write(
          writer, NAMES, () -> rows.hasNext() ? Optional.of(rows.next()) : Optional.empty(), plan);
      if (live.isPresent()) {
        live.get().write(writer);
      }
      return writer.finish();
    }
  }

  static String[] row(int number) {
    var random = new SplittableRandom(31L * number);
    double minutes = 20 * random.nextDouble();
    String source = List.of("mail", "search", "direct").get(random.nextInt(3));
    boolean likely = minutes > (source.equals("mail") ? 8 : 16);
    boolean bought = random.nextDouble() < 0.95 ? likely : !likely;
    return new String[] {
      String.format(java.util.Locale.ROOT, "%.2f", minutes),
      source,
      random.nextInt(5) == 0 ? null : Integer.toString(18 + random.nextInt(60)),
      random.nextBoolean() ? "phone" : "desk",
      "2026-%02d-%02d".formatted(1 + number / 28 % 12, 1 + number % 28),
      bought ? "yes" : "no",
      String.format(java.util.Locale.ROOT, "%.2f", 3 * minutes + (bought ? 40 : 0))
    };
  }
}
