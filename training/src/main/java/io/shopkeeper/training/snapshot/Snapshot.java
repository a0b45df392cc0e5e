package io.shopkeeper.training.snapshot;

import io.shopkeeper.training.lines.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A snapshot that was written to its end. Safe for use by several threads. */
public final class Snapshot {

  static final String FACTS = "facts.txt";
  static final String HEAD = "shopkeeper-snapshot";
  static final String TABLE_END = ".table";

  private final Path folder;
  private final Map<String, String> facts;

  private Snapshot(Path folder, Map<String, String> facts) {
    this.folder = folder;
    this.facts = Map.copyOf(facts);
  }

  /** Whether a whole one lies there. */
  public static boolean lies(Path folder) {
    return Files.isRegularFile(folder.resolve(FACTS));
  }

  /**
   * Opens one.
   *
   * @throws IOException if none lies there, or it is of another format
   */
  public static Snapshot open(Path folder) throws IOException {
    var facts = new LinkedHashMap<String, String>();
    for (List<String> line : TextFile.read(folder.resolve(FACTS), HEAD)) {
      facts.put(line.get(0), line.size() > 1 ? line.get(1) : "");
    }
    return new Snapshot(folder, facts);
  }

  /** Where it lies. */
  public Path folder() {
    return folder;
  }

  /** What was noted beside the tables. */
  public Map<String, String> facts() {
    return facts;
  }

  /**
   * A table.
   *
   * @throws IOException if there is none of that name, or it is damaged
   */
  public TableFile table(String name) throws IOException {
    return TableFile.open(folder.resolve(name + TABLE_END));
  }
}
