package io.shopkeeper.platform.boundary;

import io.shopkeeper.training.snapshot.Snapshot;
import io.shopkeeper.training.snapshot.SnapshotWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** From which data a model is made, as a snapshot's facts: so it is known after a restart, too. */
public final class SnapshotOrigin {

  private static final String ROWS = "rows.";

  private SnapshotOrigin() {}

  /** Writes it. */
  public static void write(DataSnapshot data, SnapshotWriter writer) {
    writer.fact("from", text(data.from()));
    writer.fact("to", text(data.to()));
    writer.fact("contentHash", data.contentHash());
    writer.fact(
        "imports",
        data.imports().stream().map(id -> Long.toString(id)).collect(Collectors.joining(",")));
    data.rows().forEach((name, count) -> writer.fact(ROWS + name, Long.toString(count)));
  }

  /** That of a snapshot. */
  public static DataSnapshot of(Snapshot snapshot) {
    Map<String, String> facts = snapshot.facts();
    var rows = new LinkedHashMap<String, Long>();
    facts.forEach(
        (name, value) -> {
          if (name.startsWith(ROWS)) {
            rows.put(name.substring(ROWS.length()), Long.valueOf(value));
          }
        });
    String imports = facts.getOrDefault("imports", "");
    return new DataSnapshot(
        instant(facts.get("from")),
        instant(facts.get("to")),
        rows,
        facts.get("contentHash"),
        imports.isEmpty()
            ? List.of()
            : Arrays.stream(imports.split(",", -1)).map(id -> Long.valueOf(id)).toList());
  }

  private static String text(Instant time) {
    return time == null ? "" : time.toString();
  }

  private static Instant instant(String text) {
    return text == null || text.isEmpty() ? null : Instant.parse(text);
  }
}
